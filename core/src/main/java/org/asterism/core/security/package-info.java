/** Who may do what from where: access lists, and (as they come) budgets per source. */
@NullMarked
package org.asterism.core.security;

import org.jspecify.annotations.NullMarked;
