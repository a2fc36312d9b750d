/** Hints: the state of an extension made of the states of its devices. */
@NullMarked
package org.asterism.core.dialplan.hint;

import org.jspecify.annotations.NullMarked;
