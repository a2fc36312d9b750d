/** The client side of registration: the {@code register =>} lines of iax.conf (RFC 5456 section 6.1, figure 1). */
@NullMarked
package org.asterism.iax2.registrant;

import org.jspecify.annotations.NullMarked;
