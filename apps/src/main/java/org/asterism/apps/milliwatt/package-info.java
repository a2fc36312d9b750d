/** {@code app_milliwatt}: the test tone. */
@NullMarked
package org.asterism.apps.milliwatt;

import org.jspecify.annotations.NullMarked;
