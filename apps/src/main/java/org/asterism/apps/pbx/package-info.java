/** {@code pbx_config}: extensions.conf put into force, at the start and again at each reload. */
@NullMarked
package org.asterism.apps.pbx;

import org.jspecify.annotations.NullMarked;
