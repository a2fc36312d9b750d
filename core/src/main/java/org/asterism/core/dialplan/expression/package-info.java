/** The texts of the dialplan: {@code ${…}} variables, substrings and functions, and {@code $[…]} expressions. */
@NullMarked
package org.asterism.core.dialplan.expression;

import org.jspecify.annotations.NullMarked;
