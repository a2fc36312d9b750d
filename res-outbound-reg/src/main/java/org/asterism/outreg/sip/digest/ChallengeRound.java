package org.asterism.outreg.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.jspecify.annotations.Nullable;

/** The answers to the challenges of one response. */
final class ChallengeRound {
    private static final int NONCE_BYTES = 16;
    private static final String NONCE_COUNT = "00000001";

    private final SipRequest request;
    private final List<Credentials> credentials;
    private final RandomGenerator random;
    private final List<SipHeader> headers = new ArrayList<>();
    private final Map<String, String> unanswered = new LinkedHashMap<>();
    private final List<String> answered = new ArrayList<>();

    ChallengeRound(SipRequest request, List<Credentials> credentials, RandomGenerator random) {
        this.request = request;
        this.credentials = credentials;
        this.random = random;
    }

    Authenticator.Answer answer(SipResponse response) {
        for (SipHeader header : response.headers()) {
            if (header.is("WWW-Authenticate")) {
                consider("Authorization", header.value());
            } else if (header.is("Proxy-Authenticate")) {
                consider("Proxy-Authorization", header.value());
            }
        }
        if (headers.isEmpty() && unanswered.isEmpty()) {
            unanswered.put("", "the " + response.status() + " has no Digest challenge");
        }
        return new Authenticator.Answer(headers, List.copyOf(unanswered.values()));
    }

    private void consider(String name, String line) {
        Challenge challenge;
        try {
            challenge = Challenge.parse(line);
        } catch (SipSyntaxException e) {
            unanswered.put(line, String.valueOf(e.getMessage()));
            return;
        }
        if (challenge == null) {
            return;
        }
        String key = name + " " + challenge.realm().toLowerCase(Locale.ROOT);
        if (answered.contains(key)) {
            return;
        }
        Algorithm algorithm = challenge.usable();
        Credentials chosen = algorithm == null ? null : choose(challenge.realm(), algorithm);
        String userHash = chosen == null || algorithm == null ? null : userHash(chosen, challenge.realm(), algorithm);
        if (chosen == null || algorithm == null || userHash == null) {
            unanswered.putIfAbsent(
                    key,
                    "no auth section for realm '" + challenge.realm() + "' with algorithm "
                            + (challenge.algorithm().isEmpty() ? Algorithm.MD5.token() : challenge.algorithm()));
            return;
        }
        headers.add(new SipHeader(name, write(challenge, chosen, algorithm, userHash)));
        answered.add(key);
        unanswered.remove(key);
    }

    /** A realm by name is better than any realm. */
    private @Nullable Credentials choose(String realm, Algorithm algorithm) {
        Credentials found = null;
        for (Credentials each : credentials) {
            if (each.isFor(realm) && each.supported().contains(algorithm) && (found == null || found.anyRealm())) {
                if (found == null || !each.anyRealm()) {
                    found = each;
                }
            }
        }
        return found;
    }

    private static @Nullable String userHash(Credentials chosen, String realm, Algorithm algorithm) {
        String known = chosen.hashes().get(algorithm);
        if (known != null) {
            return known.toLowerCase(Locale.ROOT);
        }
        return chosen.password().isEmpty()
                ? null
                : hash(algorithm, chosen.username() + ":" + realm + ":" + chosen.password());
    }

    /** Parameters in the order in which Asterisk writes them. */
    private String write(Challenge challenge, Credentials chosen, Algorithm algorithm, String userHash) {
        String requestHash = hash(algorithm, request.method() + ":" + request.uri());
        StringBuilder text = new StringBuilder("Digest username=").append(quote(chosen.username()));
        text.append(", realm=").append(quote(challenge.realm()));
        text.append(", nonce=").append(quote(challenge.nonce()));
        text.append(", uri=").append(quote(request.uri()));
        if (!challenge.qop()) {
            text.append(", response=")
                    .append(quote(hash(algorithm, userHash + ":" + challenge.nonce() + ":" + requestHash)));
            appendAlgorithm(text, challenge);
            appendOpaque(text, challenge);
            return text.toString();
        }
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String clientNonce = HexFormat.of().formatHex(bytes);
        String response = response(algorithm, userHash, challenge.nonce(), clientNonce, requestHash);
        text.append(", response=").append(quote(response));
        appendAlgorithm(text, challenge);
        text.append(", cnonce=").append(quote(clientNonce));
        appendOpaque(text, challenge);
        return text.append(", qop=auth, nc=").append(NONCE_COUNT).toString();
    }

    private static void appendAlgorithm(StringBuilder text, Challenge challenge) {
        if (!challenge.algorithm().isEmpty()) {
            text.append(", algorithm=").append(challenge.algorithm());
        }
    }

    private static void appendOpaque(StringBuilder text, Challenge challenge) {
        String opaque = challenge.opaque();
        if (opaque != null) {
            text.append(", opaque=").append(quote(opaque));
        }
    }

    private static String quote(String plain) {
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The response with qop=auth (RFC 7616 section 3.4.1). */
    static String response(Algorithm algorithm, String userHash, String nonce, String clientNonce, String requestHash) {
        return hash(algorithm, String.join(":", userHash, nonce, NONCE_COUNT, clientNonce, "auth", requestHash));
    }

    static String hash(Algorithm algorithm, String text) {
        MessageDigest digest = algorithm.newDigest();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
