/** The manager server: connections, sessions, framing, events and their filters. */
@NullMarked
package org.asterism.core.manager.server;

import org.jspecify.annotations.NullMarked;
