package org.asterism.outreg.sip;

import java.util.List;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/**
 * A request as its sender hands it to the stack.
 *
 * @param uri       the Request-URI
 * @param routes    the route set, such as an outbound proxy and a Service-Route: the request goes to the first of them. With {@code ;lr}
 *                  they become Route headers; a first one without is a strict router and takes the place of the Request-URI
 * @param transport name of the transport to use, or {@code null} for the first that speaks the right protocol
 * @param preferred the hop that answered before, to be kept to while the name still leads there; or {@code null}
 * @param draft     makes the message; the stack adds Via in front, and the Route headers behind it
 */
public record OutgoingRequest(
        SipUri uri,
        List<SipUri> routes,
        @Nullable String transport,
        @Nullable Hop preferred,
        Draft draft) {
    /** Keeps the list from changing. */
    public OutgoingRequest {
        routes = List.copyOf(routes);
    }

    /** Makes the message for one attempt. */
    @FunctionalInterface
    public interface Draft {
        /**
         * Called on the stack's loop before each attempt, that is again for each further address: CSeq must grow.
         *
         * @param hop the way it will take; Contact goes by {@link Hop#advertised}
         * @return the request with the Request-URI of {@link OutgoingRequest#uri}, From, To, Call-ID, CSeq and Max-Forwards, without Via
         *     and without the Routes of {@link OutgoingRequest#routes}
         */
        SipRequest make(Hop hop);
    }
}
