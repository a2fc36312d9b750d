/** The module loader: what a loadable module is, and how {@code modules.conf} decides which ones run. */
@NullMarked
package org.asterism.core.module;

import org.jspecify.annotations.NullMarked;
