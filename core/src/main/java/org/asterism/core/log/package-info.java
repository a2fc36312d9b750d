/** Log levels, {@code logger.conf} channels, and verbose messages. */
@NullMarked
package org.asterism.core.log;

import org.jspecify.annotations.NullMarked;
