/** Console commands and the consoles that run them. */
@NullMarked
package org.asterism.core.cli;

import org.jspecify.annotations.NullMarked;
