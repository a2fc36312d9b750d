/** {@code cli_aliases.conf}: short and familiar names for console commands. */
@NullMarked
package org.asterism.apps.clialiases;

import org.jspecify.annotations.NullMarked;
