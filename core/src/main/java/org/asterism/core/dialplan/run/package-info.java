/** Calls in the dialplan: the thread that takes a channel from step to step, and what it finds its values in. */
@NullMarked
package org.asterism.core.dialplan.run;

import org.jspecify.annotations.NullMarked;
