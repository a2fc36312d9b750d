/** Joining channels so that their parties hear each other. */
@NullMarked
package org.asterism.core.bridge;

import org.jspecify.annotations.NullMarked;
