package org.asterism.outreg.registration;

import java.util.ArrayList;
import java.util.List;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.Parameters;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Hop;

/**
 * What the REGISTER requests of one registration have in common; header for header what Asterisk sends.
 *
 * @param settings  the section
 * @param serverUri the Request-URI
 * @param clientUri the address of record
 * @param callId    the same for the life of the registration
 * @param line      what marks Contact, empty for nothing
 */
record RegisterRequest(RegistrationSettings settings, SipUri serverUri, SipUri clientUri, String callId, String line) {
    /** The URI parameter that marks Contact. */
    static final String LINE = "line";

    private static final String ALLOW =
            "OPTIONS, REGISTER, SUBSCRIBE, NOTIFY, PUBLISH, INVITE, ACK, BYE, CANCEL, UPDATE,"
                    + " PRACK, MESSAGE, INFO, REFER";

    /**
     * What differs from request to request.
     *
     * @param tag         of From
     * @param sequence    CSeq
     * @param expires     what is asked for, 0 for the end
     * @param security    headers of the security negotiation
     * @param proof       Authorization and its like
     * @param userAgent   the general {@code User-Agent}
     * @param maxForwards {@code Max-Forwards}
     */
    record Instance(
            String tag,
            long sequence,
            long expires,
            List<SipHeader> security,
            List<SipHeader> proof,
            String userAgent,
            int maxForwards) {
        Instance {
            security = List.copyOf(security);
            proof = List.copyOf(proof);
        }
    }

    /** {@return the request as it goes over a hop, without Via and Route} */
    SipRequest on(Hop hop, Instance instance) {
        String aor = "<" + clientUri.bare().withHostPort(new HostPort(clientUri.host(), HostPort.NO_PORT)) + ">";
        SipRequest.Builder request = SipRequest.builder("REGISTER", serverUri.toString())
                .header("From", aor + ";tag=" + instance.tag())
                .header("To", aor)
                .header("Call-ID", callId)
                .header("CSeq", instance.sequence() + " REGISTER")
                .header("Contact", contact(hop))
                .header("Expires", instance.expires());
        if (instance.expires() > 0) {
            request.header("Allow", ALLOW);
            List<String> supported = supported();
            if (!supported.isEmpty()) {
                request.header("Supported", String.join(", ", supported));
            }
        }
        instance.security().forEach(header -> request.header(header.name(), header.value()));
        String userAgent = settings.extensions().userAgent();
        if (!userAgent.isEmpty()) {
            request.header("User-Agent", userAgent);
        }
        request.header("Max-Forwards", instance.maxForwards());
        if (userAgent.isEmpty() && !instance.userAgent().isEmpty()) {
            request.header("User-Agent", instance.userAgent());
        }
        instance.proof().forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    private List<String> supported() {
        List<String> words = new ArrayList<>();
        if (settings.extensions().path()) {
            words.add("path");
        }
        if (settings.extensions().outbound()) {
            words.add("outbound");
        }
        return words;
    }

    /** {@return Contact on a hop, with its header parameters} */
    String contact(Hop hop) {
        String params = settings.contact().headerParams();
        return "<" + contactUri(hop) + ">" + (params.isEmpty() ? "" : ";" + params);
    }

    /** {@return the URI in Contact on a hop} */
    SipUri contactUri(Hop hop) {
        String user = settings.contact().user();
        SipUri uri = SipUri.of(user.isEmpty() ? "s" : user, hop.advertised());
        if (serverUri.secure()) {
            uri = new SipUri(true, uri.userInfo(), uri.hostPort(), Parameters.NONE, "");
        }
        if (hop.protocol().reliable()) {
            uri = uri.with("transport", hop.protocol().name());
        }
        return line.isEmpty() ? uri : uri.with(LINE, line);
    }
}
