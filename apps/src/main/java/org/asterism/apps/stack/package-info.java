/** {@code app_stack}: subroutines of the dialplan. */
@NullMarked
package org.asterism.apps.stack;

import org.jspecify.annotations.NullMarked;
