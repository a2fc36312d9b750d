package org.asterism.outreg.registration;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.registration.RegistrationFollowUp;
import org.asterism.outreg.config.AuthSettings;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.sip.ResponseListener.Exchange;
import org.asterism.outreg.sip.digest.Authenticator;
import org.asterism.outreg.sip.digest.Credentials;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/**
 * The REGISTER that is sent next: what of it is another in each, and what an answer that wants a better one changes in it: proof (RFC
 * 3261 section 22), a longer interval (section 10.2.8), agreed security (RFC 3329). Belongs to the stack's loop.
 */
final class RegisterDraft {
    /** What is asked for when a registrar wants a longer interval and does not say which; pjproject's, in seconds. */
    private static final long LONGER_INTERVAL = 3601;

    private final RegistrationSettings settings;
    private final RegisterRequest message;
    private final Surroundings around;
    private final MediaSecurity security;
    private long sequence;
    private long expires;
    private boolean registers;
    private boolean challenged;
    private String tag = "";
    private List<SipHeader> proof = List.of();

    /**
     * @param settings the registration's section
     * @param message  what is the same in each
     * @param around   what it shares with others
     */
    RegisterDraft(RegistrationSettings settings, RegisterRequest message, Surroundings around) {
        this.settings = settings;
        this.message = message;
        this.around = around;
        this.security = new MediaSecurity(settings.extensions());
        this.sequence = around.identifiers().firstSequence();
        this.expires = settings.expiration();
    }

    /** {@return whether it asks for a registration, not for its end} */
    boolean registers() {
        return registers;
    }

    /** {@return the interval a registration is asked for with} */
    long expiresSeconds() {
        return expires;
    }

    /** Forgets that a registrar wanted a longer interval. */
    void askForConfiguredInterval() {
        expires = settings.expiration();
    }

    /**
     * Begins one that knows of no answer yet.
     *
     * @param register whether it asks for a registration, not for its end
     */
    void begin(boolean register) {
        registers = register;
        tag = around.identifiers().uuid();
        challenged = false;
        proof = List.of();
    }

    /** {@return the request as it goes one way; each has a sequence number of its own} */
    SipRequest on(Hop hop) {
        return message.on(
                hop,
                new RegisterRequest.Instance(
                        tag,
                        sequence++,
                        registers ? expires : 0,
                        security.headers(),
                        proof,
                        around.stack().settings().userAgent(),
                        around.stack().settings().maxForwards()));
    }

    /** {@return what can be sent at once instead, made ready to be sent; null when the response is final} */
    @Nullable
    RegistrationFollowUp improve(Exchange exchange) {
        SipResponse response = exchange.response();
        boolean moreToVerify = security.take(response);
        return switch (response.status()) {
            case 401, 407 -> prove(exchange) ? RegistrationFollowUp.CHALLENGE : null;
            case 423 -> askForLonger(response) ? RegistrationFollowUp.LONGER_INTERVAL : null;
            case 494 -> moreToVerify ? RegistrationFollowUp.NEGOTIATION : null;
            default -> null;
        };
    }

    /** One proof for each request, as Asterisk: a registrar that does not take it will not take the next. */
    private boolean prove(Exchange exchange) {
        if (challenged) {
            return false;
        }
        Authenticator.Answer answer =
                around.authenticator().answer(exchange.request(), exchange.response(), credentials());
        if (!answer.isAnswered()) {
            around.reports().unanswerable(settings, answer.problems());
            return false;
        }
        challenged = true;
        proof = answer.headers();
        return true;
    }

    private List<Credentials> credentials() {
        List<Credentials> found = new ArrayList<>();
        for (String name : settings.outboundAuth()) {
            AuthSettings auth = around.auths().apply(name);
            if (auth == null) {
                around.reports().missingAuth(settings, name);
            } else {
                found.add(auth.credentials());
            }
        }
        return found;
    }

    private boolean askForLonger(SipResponse response) {
        if (!registers) {
            return false;
        }
        long wanted = GrantedExpiry.number(response.header("Min-Expires"));
        long next = wanted < 0 ? LONGER_INTERVAL : wanted;
        if (next <= expires) {
            return false;
        }
        expires = next;
        challenged = false;
        proof = List.of();
        return true;
    }
}
