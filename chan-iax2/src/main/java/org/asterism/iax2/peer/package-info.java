/** The peers at run time: where each is now, and whether it answers (POKE and PONG, RFC 5456 section 6.7.1). */
@NullMarked
package org.asterism.iax2.peer;

import org.jspecify.annotations.NullMarked;
