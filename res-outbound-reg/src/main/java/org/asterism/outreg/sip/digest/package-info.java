/** Digest authentication as a client: challenges, and what answers them (RFC 2617, RFC 7616, RFC 8760). No I/O. */
@NullMarked
package org.asterism.outreg.sip.digest;

import org.jspecify.annotations.NullMarked;
