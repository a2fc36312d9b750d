/** manager.conf as a snapshot. */
@NullMarked
package org.asterism.core.manager.config;

import org.jspecify.annotations.NullMarked;
