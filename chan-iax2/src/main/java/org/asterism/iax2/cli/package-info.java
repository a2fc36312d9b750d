/** The {@code iax2 …} console commands, with Asterisk's columns. */
@NullMarked
package org.asterism.iax2.cli;

import org.jspecify.annotations.NullMarked;
