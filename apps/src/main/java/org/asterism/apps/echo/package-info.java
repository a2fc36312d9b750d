/** {@code app_echo}: a party hears itself. */
@NullMarked
package org.asterism.apps.echo;

import org.jspecify.annotations.NullMarked;
