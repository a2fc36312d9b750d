/** The {@code manager} commands of the console. */
@NullMarked
package org.asterism.core.manager.command;

import org.jspecify.annotations.NullMarked;
