package org.asterism.outreg.sip.digest;

import java.util.List;
import java.util.random.RandomGenerator;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;

/** Answers the challenges of 401 and 407 responses. Any thread may use it. */
public final class Authenticator {
    private final RandomGenerator random;

    /**
     * Creates one.
     *
     * @param random for client nonces; must not be foreseeable
     */
    public Authenticator(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What became of a challenge.
     *
     * @param headers  to be added to the repeated request; empty when the challenge cannot be answered
     * @param problems for each realm without an answer why, for people
     */
    public record Answer(List<SipHeader> headers, List<String> problems) {
        /** Keeps the lists from changing. */
        public Answer {
            headers = List.copyOf(headers);
            problems = List.copyOf(problems);
        }

        /** {@return whether the request can be repeated with a chance} */
        public boolean isAnswered() {
            return !headers.isEmpty();
        }
    }

    /**
     * Answers all challenges of a response: for each realm the first whose algorithm the credentials support, with the credentials whose
     * realm is the challenge's, else with the first that are for any realm.
     *
     * @param request     what was challenged, with the method and Request-URI that count
     * @param response    the 401 or 407
     * @param credentials in order of preference
     * @return Authorization and Proxy-Authorization headers
     */
    public Answer answer(SipRequest request, SipResponse response, List<Credentials> credentials) {
        return new ChallengeRound(request, credentials, random).answer(response);
    }
}
