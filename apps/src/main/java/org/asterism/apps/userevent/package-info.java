/** {@code app_userevent}: events that the dialplan makes. */
@NullMarked
package org.asterism.apps.userevent;

import org.jspecify.annotations.NullMarked;
