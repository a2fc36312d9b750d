package org.asterism.outreg.sip.transaction;

import org.asterism.outreg.sip.message.CSeq;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;

/** The ACK of a client transaction to a final response other than 2xx (RFC 3261 section 17.1.1.3). */
final class AckRequest {
    private AckRequest() {}

    static SipRequest to(SipRequest invite, SipResponse response) {
        SipRequest.Builder ack = SipRequest.builder("ACK", invite.uri());
        ack.header("Via", invite.topVia());
        for (SipHeader header : invite.headers()) {
            if (header.is("Route")) {
                ack.header("Route", header.value());
            }
        }
        String to = response.header("To");
        ack.header("From", String.valueOf(invite.header("From")));
        ack.header("To", to == null ? String.valueOf(invite.header("To")) : to);
        ack.header("Call-ID", invite.callId());
        ack.header("CSeq", new CSeq(invite.cseq().number(), "ACK"));
        return ack.header("Max-Forwards", "70").build();
    }
}
