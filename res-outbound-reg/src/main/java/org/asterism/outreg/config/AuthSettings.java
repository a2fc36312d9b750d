package org.asterism.outreg.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asterism.outreg.sip.digest.Algorithm;
import org.asterism.outreg.sip.digest.Credentials;

/**
 * A section {@code type=auth}.
 *
 * @param id            the name of the section
 * @param authType      {@code auth_type} as written, for listings
 * @param username      who is proved
 * @param password      in clear, empty where only digests are known
 * @param digests       of {@code user:realm:password}, in lower-case hexadecimal digits
 * @param realm         the realm it is for, empty or {@code *} for any
 * @param nonceLifetime seconds that challenges of ours hold
 * @param algorithmsUac used to answer challenges
 * @param algorithmsUas used to challenge
 */
public record AuthSettings(
        String id,
        String authType,
        String username,
        String password,
        Map<Algorithm, String> digests,
        String realm,
        long nonceLifetime,
        List<Algorithm> algorithmsUac,
        List<Algorithm> algorithmsUas)
        implements PjsipObject {
    /** Copies what can change. */
    public AuthSettings {
        digests = Map.copyOf(digests);
        algorithmsUac = List.copyOf(algorithmsUac);
        algorithmsUas = List.copyOf(algorithmsUas);
    }

    /** {@return what answers challenges} */
    public Credentials credentials() {
        return new Credentials(id, username, password, digests, realm, algorithmsUac);
    }

    @Override
    public List<Parameter> parameters() {
        return new ParameterList()
                .add(AuthOptions.AUTH_TYPE, authType)
                .add(AuthOptions.USERNAME, username)
                .add(AuthOptions.PASSWORD, password)
                .add(
                        AuthOptions.PASSWORD_DIGEST,
                        new TreeMap<>(digests).toString().replace("{}", ""))
                .add(AuthOptions.MD5_CRED, digests.getOrDefault(Algorithm.MD5, ""))
                .add(AuthOptions.REALM, realm)
                .add(AuthOptions.NONCE_LIFETIME, nonceLifetime)
                .add(AuthOptions.ALGORITHMS_UAC, names(algorithmsUac))
                .add(AuthOptions.ALGORITHMS_UAS, names(algorithmsUas))
                .add(AuthOptions.REFRESH_TOKEN, "")
                .add(AuthOptions.OAUTH_CLIENTID, "")
                .add(AuthOptions.OAUTH_SECRET, "")
                .sorted();
    }

    private static String names(List<Algorithm> algorithms) {
        return algorithms.stream().map(Algorithm::token).collect(Collectors.joining(","));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "auth " + id + " of " + username;
    }
}
