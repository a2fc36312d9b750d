/**
 * The SIP stack as other modules use it: {@link org.asterism.outreg.sip.SipStack}, provided by the loadable module {@code res_pjsip}.
 * It knows transports, transactions, digest and location (RFC 3261, RFC 3263, RFC 8760) and nothing of registrations or calls.
 *
 * <p>One event loop owns all transactions, connections and timers; every callback runs on it and must not block.
 */
@NullMarked
package org.asterism.outreg.sip;

import org.jspecify.annotations.NullMarked;
