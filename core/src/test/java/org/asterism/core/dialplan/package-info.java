/** Tests of the dialplan, with configuration as text and calls in memory. */
@NullMarked
package org.asterism.core.dialplan;

import org.jspecify.annotations.NullMarked;
