/** The bus on which the switch tells what happens. */
@NullMarked
package org.asterism.core.event;

import org.jspecify.annotations.NullMarked;
