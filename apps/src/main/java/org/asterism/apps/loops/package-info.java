/** {@code app_while} and {@code app_if}: loops and branches over the priorities of one extension. */
@NullMarked
package org.asterism.apps.loops;

import org.jspecify.annotations.NullMarked;
