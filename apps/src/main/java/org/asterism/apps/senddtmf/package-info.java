/** {@code app_senddtmf}: digits to a party. */
@NullMarked
package org.asterism.apps.senddtmf;

import org.jspecify.annotations.NullMarked;
