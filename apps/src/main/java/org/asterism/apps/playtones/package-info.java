/** {@code app_playtones}: call progress tones. */
@NullMarked
package org.asterism.apps.playtones;

import org.jspecify.annotations.NullMarked;
