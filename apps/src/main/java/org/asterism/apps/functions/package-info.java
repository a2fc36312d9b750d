/** Dialplan functions, grouped in modules as Asterisk groups them: {@code func_strings}, {@code func_math} and so on. */
@NullMarked
package org.asterism.apps.functions;

import org.jspecify.annotations.NullMarked;
