package org.asterism.outreg.sip.transaction;

import org.asterism.outreg.sip.message.SipMessage;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.Via;

/** What tells transactions apart (RFC 3261 sections 17.1.3 and 17.2.3). */
record TransactionKey(String branch, String sentBy, String method) {
    /** Of a request that was sent: the branch is ours, and so nobody else's. */
    static TransactionKey ofClient(SipMessage message) {
        return new TransactionKey(message.topVia().branch(), "", message.cseq().method());
    }

    /** Of the transaction a response answers. */
    static TransactionKey ofResponse(SipResponse response) {
        return ofClient(response);
    }

    /** Of a request that arrived; an ACK belongs to its INVITE. */
    static TransactionKey ofServer(SipRequest request) {
        return ofServer(request, request.method().equals("ACK") ? "INVITE" : request.method());
    }

    static TransactionKey ofServer(SipRequest request, String method) {
        Via via = request.topVia();
        if (via.branch().startsWith(Via.MAGIC)) {
            return new TransactionKey(via.branch(), via.sentBy().toString().toLowerCase(java.util.Locale.ROOT), method);
        }
        // RFC 2543: no branch that means something.
        String dialog = request.uri() + "|" + request.from().tag() + "|" + request.callId() + "|"
                + request.cseq().number();
        return new TransactionKey(dialog, via.toString(), method);
    }
}
