/** Reads {@code extensions.conf} into drafts of contexts. */
@NullMarked
package org.asterism.core.dialplan.config;

import org.jspecify.annotations.NullMarked;
