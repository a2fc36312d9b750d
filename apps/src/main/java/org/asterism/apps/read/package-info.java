/** {@code app_read}: digits into a variable. */
@NullMarked
package org.asterism.apps.read;

import org.jspecify.annotations.NullMarked;
