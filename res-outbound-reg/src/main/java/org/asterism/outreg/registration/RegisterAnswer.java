package org.asterism.outreg.registration;

import org.asterism.core.registration.RegistrationAnswer;
import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.asterism.outreg.sip.message.SipResponse;

/** What a final response to REGISTER means for the registration. */
final class RegisterAnswer {
    private RegisterAnswer() {}

    /**
     * Classifies a response.
     *
     * @param response the final response
     * @param granted  seconds, where it is a 2xx
     * @return what it means, Retry-After included
     */
    static RegistrationAnswer of(SipResponse response, long granted) {
        int status = response.status();
        if (response.isSuccess()) {
            return RegistrationAnswer.granted(status, response.reason(), granted);
        }
        RegistrationAnswer answer = RegistrationAnswer.refused(kind(status), status, response.reason());
        long retryAfter = GrantedExpiry.number(response.header("Retry-After"));
        return retryAfter > 0 ? answer.retryAfter(retryAfter) : answer;
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 407 -> Kind.AUTH_REJECTED;
            case 403 -> Kind.FORBIDDEN;
            case 408, 500, 502, 503, 504 -> Kind.TEMPORARY;
            default -> status >= 600 ? Kind.TEMPORARY : Kind.FATAL;
        };
    }
}
