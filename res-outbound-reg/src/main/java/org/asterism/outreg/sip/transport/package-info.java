/** How messages leave and arrive: UDP sockets, TCP and TLS connections (RFC 3261 section 18), framing, keep-alive. */
@NullMarked
package org.asterism.outreg.sip.transport;

import org.jspecify.annotations.NullMarked;
