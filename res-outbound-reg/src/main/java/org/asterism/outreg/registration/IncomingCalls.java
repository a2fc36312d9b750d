package org.asterism.outreg.registration;

import org.asterism.core.dialplan.Dialplan;
import org.asterism.outreg.config.EndpointSettings;
import org.asterism.outreg.sip.RequestHandler;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.AddressFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that arrive at our Contacts: given to their endpoint by the mark of {@code line=yes} or by {@code type=identify}, and refused
 * honestly, as there is no SIP channel driver that could take them. Nobody is challenged: no answer could ever be right.
 */
final class IncomingCalls implements RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingCalls.class);

    private final EndpointIdentification identification;
    private final Dialplan dialplan;

    /**
     * @param identification knows whose a call is
     * @param dialplan       knows what could be called
     */
    IncomingCalls(EndpointIdentification identification, Dialplan dialplan) {
        this.identification = identification;
        this.dialplan = dialplan;
    }

    @Override
    public boolean handle(IncomingRequest incoming) {
        if (!incoming.request().method().equals("INVITE")) {
            return false;
        }
        SipUri target = target(incoming.request());
        if (target == null) {
            return false;
        }
        EndpointSettings endpoint = identification.of(incoming);
        String from = incoming.hop().protocol() + ":"
                + AddressFormat.of(incoming.hop().remote());
        if (endpoint == null) {
            LOG.info(
                    "Request 'INVITE' from '{}' failed for '{}' (callid: {}) - No matching endpoint found",
                    caller(incoming.request()),
                    AddressFormat.of(incoming.hop().remote()),
                    incoming.request().callId());
            incoming.respond(403, "Forbidden");
            return true;
        }
        String extension = target.user().isEmpty() ? "s" : target.user();
        if (dialplan.exists(endpoint.context(), extension, 1, "")) {
            LOG.info(
                    "{}: Call ({}) to extension '{}' rejected because there is no SIP channel driver.",
                    endpoint.id(),
                    from,
                    extension);
            incoming.respond(480, "Temporarily Unavailable");
        } else {
            LOG.info(
                    "{}: Call ({}) to extension '{}' rejected because extension not found in context '{}'.",
                    endpoint.id(),
                    from,
                    extension,
                    endpoint.context());
            incoming.respond(404, "Not Found");
        }
        return true;
    }

    private static @Nullable SipUri target(SipRequest request) {
        try {
            return request.sipUri();
        } catch (SipSyntaxException _) {
            return null;
        }
    }

    private static String caller(SipRequest request) {
        try {
            return request.from().uri();
        } catch (SipSyntaxException _) {
            return "";
        }
    }
}
