/** The applications that every switch has: answering, waiting, going elsewhere, setting variables. */
@NullMarked
package org.asterism.core.dialplan.builtin;

import org.jspecify.annotations.NullMarked;
