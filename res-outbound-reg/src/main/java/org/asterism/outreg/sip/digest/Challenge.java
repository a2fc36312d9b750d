package org.asterism.outreg.sip.digest;

import org.asterism.outreg.sip.message.ParameterList;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One Digest challenge.
 *
 * @param realm     who asks
 * @param nonce     to be hashed
 * @param opaque    to be sent back, {@code null} when there is none
 * @param algorithm as written, empty when there is none, which means MD5
 * @param qop       whether {@code auth} is offered; without it the challenge is of RFC 2069
 * @param stale     whether only the nonce was too old
 */
record Challenge(String realm, String nonce, @Nullable String opaque, String algorithm, boolean qop, boolean stale) {
    /** {@return what to hash with, or null when we do not have it} */
    @Nullable
    Algorithm usable() {
        return algorithm.isEmpty() ? Algorithm.MD5 : Algorithm.of(algorithm);
    }

    /**
     * Reads a WWW-Authenticate or Proxy-Authenticate header.
     *
     * @return the challenge, or {@code null} when it is of another scheme
     * @throws SipSyntaxException it is malformed, or offers only an integrity we do not have
     */
    static @Nullable Challenge parse(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || !line.substring(0, blank).equalsIgnoreCase("Digest")) {
            return null;
        }
        ParameterList values = ParameterList.parse(line.substring(blank + 1));
        String realm = values.get("realm");
        String nonce = values.get("nonce");
        if (realm == null || nonce == null) {
            throw new SipSyntaxException("a challenge without " + (realm == null ? "realm" : "nonce"));
        }
        String algorithm = values.get("algorithm");
        String qop = values.get("qop");
        boolean auth = qop != null && offersAuth(qop);
        if (qop != null && !qop.isBlank() && !auth) {
            throw new SipSyntaxException("a challenge of realm '" + realm + "' that offers only qop=" + qop);
        }
        return new Challenge(
                realm,
                nonce,
                values.get("opaque"),
                algorithm == null ? "" : algorithm,
                auth,
                "true".equalsIgnoreCase(values.get("stale")));
    }

    private static boolean offersAuth(String qop) {
        for (String each : qop.split(",")) {
            if (each.strip().equalsIgnoreCase("auth")) {
                return true;
            }
        }
        return false;
    }
}
