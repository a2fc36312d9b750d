/** Channels, the call legs under them, and the technologies that make them. */
@NullMarked
package org.asterism.core.channel;

import org.jspecify.annotations.NullMarked;
