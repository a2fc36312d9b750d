/** The dialplan as data: contexts, extensions and priorities, unchanging once they are in force, and the search in them. */
@NullMarked
package org.asterism.core.dialplan.plan;

import org.jspecify.annotations.NullMarked;
