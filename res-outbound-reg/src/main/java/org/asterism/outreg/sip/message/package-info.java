/** SIP messages as text and as values: URIs, headers, requests, responses, the parser (RFC 3261 sections 7, 19, 20 and 25). No I/O. */
@NullMarked
package org.asterism.outreg.sip.message;

import org.jspecify.annotations.NullMarked;
