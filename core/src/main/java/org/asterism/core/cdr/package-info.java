/** Call detail records. */
@NullMarked
package org.asterism.core.cdr;

import org.jspecify.annotations.NullMarked;
