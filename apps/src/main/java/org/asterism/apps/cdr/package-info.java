/** Call detail records: the CSV files, and what the dialplan does with records. */
@NullMarked
package org.asterism.apps.cdr;

import org.jspecify.annotations.NullMarked;
