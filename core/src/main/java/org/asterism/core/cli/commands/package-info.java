/** The console commands that core itself offers: channels, calls, applications, functions, technologies, AstDB and help. */
@NullMarked
package org.asterism.core.cli.commands;

import org.jspecify.annotations.NullMarked;
