/** {@code app_exec}: applications named at run time. */
@NullMarked
package org.asterism.apps.exec;

import org.jspecify.annotations.NullMarked;
