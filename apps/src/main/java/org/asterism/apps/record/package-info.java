/** {@code app_record}: what a party says into a file. */
@NullMarked
package org.asterism.apps.record;

import org.jspecify.annotations.NullMarked;
