/** {@code app_verbose}: the dialplan speaks to the console and the log. */
@NullMarked
package org.asterism.apps.verbose;

import org.jspecify.annotations.NullMarked;
