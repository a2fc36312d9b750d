package org.asterism.outreg.sip;

import java.util.List;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/** Is told what becomes of a request. Called on the stack's loop. */
public interface ResponseListener {
    /**
     * A 1xx response; there may be any number.
     *
     * @param exchange what was sent and came back
     */
    default void onProvisional(Exchange exchange) {}

    /**
     * The final response. Nothing follows, except that an INVITE may see further 2xx.
     *
     * @param exchange what was sent and came back
     */
    void onFinal(Exchange exchange);

    /**
     * No final response came, from no address there is.
     *
     * @param failure why
     */
    void onFailure(Failure failure);

    /**
     * A request and its response.
     *
     * @param request  as it was sent, Via and Routes included
     * @param response what came back
     * @param hop      the way both went
     */
    record Exchange(SipRequest request, SipResponse response, Hop hop) {}

    /** Why there is no response. */
    enum Cause {
        /** The name leads nowhere. */
        NOT_FOUND,
        /** There is no transport for it in pjsip.conf. */
        NO_TRANSPORT,
        /** Connecting or sending failed, or the connection broke. */
        TRANSPORT,
        /** Nobody answered in time (timer B or F). */
        TIMEOUT,
        /** The stack has more to do than it takes on, or is ending. */
        OVERLOAD
    }

    /**
     * The end of a request without a response.
     *
     * @param cause   the last one
     * @param message for people, naming the peer
     * @param hop     the last way tried, or {@code null} when it did not come to that
     * @param tried   every address that was tried, with what happened there, for people
     */
    record Failure(Cause cause, String message, @Nullable Hop hop, List<String> tried) {
        /** Keeps the list from changing. */
        public Failure {
            tried = List.copyOf(tried);
        }
    }
}
