/** {@code app_softhangup}: ends other channels. */
@NullMarked
package org.asterism.apps.softhangup;

import org.jspecify.annotations.NullMarked;
