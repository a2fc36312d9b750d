/** Console commands about the dialplan that every switch has. */
@NullMarked
package org.asterism.core.dialplan.command;

import org.jspecify.annotations.NullMarked;
