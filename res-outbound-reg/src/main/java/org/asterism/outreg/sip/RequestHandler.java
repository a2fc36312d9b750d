package org.asterism.outreg.sip;

import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.transport.Hop;

/** Takes requests that arrive. Called on the stack's loop. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * A new request, retransmissions left out. An ACK to a final response of ours other than 2xx, and a CANCEL, never get here.
     *
     * @param request what arrived
     * @return whether this handler answers it, now or later; else the next is asked, and at last the stack itself
     */
    boolean handle(IncomingRequest request);

    /** A request with the transaction to answer it in. */
    interface IncomingRequest {
        /** {@return the request, its topmost Via completed with {@code received} and {@code rport} (RFC 3581)} */
        SipRequest request();

        /** {@return the way it came} */
        Hop hop();

        /**
         * Answers, with To given a tag where it has none. Retransmissions of the request get the same answer again.
         *
         * @param response made by {@link SipResponse#to}
         */
        void respond(SipResponse response);

        /**
         * Answers with nothing but a status.
         *
         * @param status 100 to 699
         * @param reason its phrase
         */
        default void respond(int status, String reason) {
            respond(SipResponse.to(request(), status, reason).build());
        }
    }
}
