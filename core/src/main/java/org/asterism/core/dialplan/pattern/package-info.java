/** Extension patterns such as {@code _NXX[1-3].}: what they match, and which of several that match goes first. */
@NullMarked
package org.asterism.core.dialplan.pattern;

import org.jspecify.annotations.NullMarked;
