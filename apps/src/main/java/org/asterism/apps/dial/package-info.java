/** {@code app_dial}: calls other parties, rings them together, and joins the one who answers with the caller. */
@NullMarked
package org.asterism.apps.dial;

import org.jspecify.annotations.NullMarked;
