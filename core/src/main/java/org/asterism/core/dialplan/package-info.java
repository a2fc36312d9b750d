/** {@code extensions.conf}: contexts, patterns, expressions, applications and functions, and the thread that runs them. */
@NullMarked
package org.asterism.core.dialplan;

import org.jspecify.annotations.NullMarked;
