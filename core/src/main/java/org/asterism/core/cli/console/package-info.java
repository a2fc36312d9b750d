/**
 * Consoles: the one on the switch's own terminal, and remote ones over a UNIX domain socket. {@code -rx} must start quickly, so
 * what it uses ({@link org.asterism.core.cli.console.RemoteCommand} and the wire) needs neither JLine nor a logger.
 */
@NullMarked
package org.asterism.core.cli.console;

import org.jspecify.annotations.NullMarked;
