/** {@code res_musiconhold}: music for parties who wait. */
@NullMarked
package org.asterism.apps.musiconhold;

import org.jspecify.annotations.NullMarked;
