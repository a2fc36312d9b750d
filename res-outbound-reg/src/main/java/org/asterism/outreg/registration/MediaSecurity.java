package org.asterism.outreg.registration;

import java.util.ArrayList;
import java.util.List;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipSyntaxException;

/** The agreement on media security of one registration (RFC 3329, as mediasec uses it). Loop's thread. */
final class MediaSecurity {
    private static final String MEDIASEC = "mediasec";

    private final boolean wanted;
    private final List<String> offered;
    private List<String> servers = List.of();

    MediaSecurity(RegistrationSettings.Extensions extensions) {
        wanted = extensions.mediasec();
        offered = extensions.securityMechanisms();
    }

    /** {@return what a request says about it} */
    List<SipHeader> headers() {
        if (!wanted) {
            return List.of();
        }
        List<SipHeader> headers = new ArrayList<>();
        if (servers.isEmpty()) {
            offered.forEach(each -> headers.add(new SipHeader("Security-Client", each)));
        } else {
            servers.forEach(each -> headers.add(new SipHeader("Security-Verify", each)));
        }
        headers.add(new SipHeader("Require", MEDIASEC));
        headers.add(new SipHeader("Proxy-Require", MEDIASEC));
        return headers;
    }

    /**
     * Takes what the server offers.
     *
     * @return whether it offers something we have not verified yet, so that there is something new to say
     */
    boolean take(SipResponse response) {
        if (!wanted) {
            return false;
        }
        List<String> found;
        try {
            found = response.values("Security-Server");
        } catch (SipSyntaxException _) {
            found = List.of();
        }
        if (found.isEmpty() || found.equals(servers)) {
            return false;
        }
        servers = List.copyOf(found);
        return true;
    }
}
