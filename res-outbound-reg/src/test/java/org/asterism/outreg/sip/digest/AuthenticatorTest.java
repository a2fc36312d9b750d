package org.asterism.outreg.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.asterism.outreg.sip.message.ParameterList;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {
    private static final SipRequest REGISTER =
            SipRequest.builder("REGISTER", "sip:127.0.0.1:17090").build();

    private static Credentials alice(String realm, Algorithm... algorithms) {
        return new Credentials("auth", "alice", "secret", Map.of(), realm, List.of(algorithms));
    }

    private static Authenticator.Answer answer(List<Credentials> credentials, String... challenges) {
        return answer(new Random(1), credentials, challenges);
    }

    private static Authenticator.Answer answer(
            RandomGenerator random, List<Credentials> credentials, String... challenges) {
        SipResponse.Builder response = SipResponse.to(REGISTER, 401, "Unauthorized");
        for (String challenge : challenges) {
            response.header("WWW-Authenticate", challenge);
        }
        return new Authenticator(random).answer(REGISTER, response.build(), credentials);
    }

    /** A random that gives the client nonce of a capture. */
    private static RandomGenerator nonce(String hex) {
        return new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, 0, bytes.length);
            }
        };
    }

    /** What a real Asterisk 22 sent for the same challenge, password and client nonce. */
    @Test
    void shouldAnswerAsAsteriskDoes() {
        assertThat(answer(
                                nonce("c05a0a9cb9814527b95e23221e7f7685"),
                                List.of(alice("", Algorithm.MD5)),
                                "Digest realm=\"asterisk\", nonce=\"nonce17\", qop=\"auth\"")
                        .headers())
                .containsExactly(new SipHeader(
                        "Authorization",
                        "Digest username=\"alice\", realm=\"asterisk\", nonce=\"nonce17\", uri=\"sip:127.0.0.1:17090\","
                                + " response=\"8e2b5221ab203d44831897ff91df9827\","
                                + " cnonce=\"c05a0a9cb9814527b95e23221e7f7685\", qop=auth, nc=00000001"));
        assertThat(answer(
                                nonce("6424f24cab4d445cb431ae8eb687db0d"),
                                List.of(alice("", Algorithm.SHA_256)),
                                "Digest realm=\"asterisk\", nonce=\"nonce11\", algorithm=SHA-256, qop=\"auth\"")
                        .headers())
                .containsExactly(new SipHeader(
                        "Authorization",
                        "Digest username=\"alice\", realm=\"asterisk\", nonce=\"nonce11\", uri=\"sip:127.0.0.1:17090\","
                                + " response=\"b581b4b4ba9730380944fe4adf9d9c9fd1d22240a2ee8518be8c61748a05ebdc\","
                                + " algorithm=SHA-256, cnonce=\"6424f24cab4d445cb431ae8eb687db0d\", qop=auth,"
                                + " nc=00000001"));
        assertThat(answer(List.of(alice("", Algorithm.MD5)), "Digest realm=\"asterisk\", nonce=\"nonce7\"")
                        .headers())
                .containsExactly(new SipHeader(
                        "Authorization",
                        "Digest username=\"alice\", realm=\"asterisk\", nonce=\"nonce7\", uri=\"sip:127.0.0.1:17090\","
                                + " response=\"25de74e30994e5b7967b7c22194dc8c1\""));
    }

    /** The examples of RFC 7616 section 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "MD5,8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256,753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void shouldHashAsTheRfcDoes(String algorithm, String response) {
        assertThat(ChallengeRound.response(
                        Algorithm.of(algorithm),
                        ChallengeRound.hash(Algorithm.of(algorithm), "Mufasa:http-auth@example.org:Circle of Life"),
                        "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                        ChallengeRound.hash(Algorithm.of(algorithm), "GET:/dir/index.html")))
                .isEqualTo(response);
    }

    @Test
    void shouldPreferARealmByNameToAnyRealm() {
        Credentials any = new Credentials("any", "any", "x", Map.of(), "*", List.of(Algorithm.MD5));
        Credentials named = new Credentials("named", "named", "x", Map.of(), "ASTERISK", List.of(Algorithm.MD5));
        Credentials other = new Credentials("other", "other", "x", Map.of(), "other", List.of(Algorithm.MD5));

        assertThat(user(answer(List.of(other, any, named), "Digest realm=\"asterisk\", nonce=\"1\"")))
                .isEqualTo("named");
        assertThat(user(answer(List.of(named, any), "Digest realm=\"else\", nonce=\"1\"")))
                .isEqualTo("any");
        assertThat(answer(List.of(named), "Digest realm=\"else\", nonce=\"1\"").problems())
                .singleElement()
                .asString()
                .contains("'else'");
    }

    private static String user(Authenticator.Answer answer) {
        return ParameterList.parse(answer.headers().getFirst().value().substring("Digest ".length()))
                .get("username");
    }

    @Test
    void shouldTakeTheFirstChallengeOfARealmThatItCanAnswer() {
        Authenticator.Answer answer = answer(
                List.of(alice("", Algorithm.MD5, Algorithm.SHA_256)),
                "Basic realm=\"asterisk\"",
                "Digest realm=\"asterisk\", nonce=\"1\", algorithm=SHA-512-256",
                "Digest realm=\"asterisk\", nonce=\"2\", algorithm=SHA-256",
                "Digest realm=\"asterisk\", nonce=\"3\", algorithm=MD5",
                "Digest realm=\"other\", nonce=\"4\"");

        assertThat(answer.headers()).hasSize(2);
        assertThat(answer.headers().get(0).value()).contains("nonce=\"2\"", "algorithm=SHA-256");
        assertThat(answer.headers().get(1).value()).contains("realm=\"other\"");
        assertThat(answer.problems()).isEmpty();
    }

    @Test
    void shouldAnswerWithAKnownHashAndWithoutAPassword() {
        String hash = ChallengeRound.hash(Algorithm.MD5, "alice:asterisk:secret");
        Credentials hashed = new Credentials(
                "a", "alice", "", Map.of(Algorithm.MD5, hash), "", List.of(Algorithm.MD5, Algorithm.SHA_256));

        assertThat(answer(List.of(hashed), "Digest realm=\"asterisk\", nonce=\"nonce7\"")
                        .headers()
                        .getFirst()
                        .value())
                .contains("25de74e30994e5b7967b7c22194dc8c1");
        assertThat(answer(List.of(hashed), "Digest realm=\"asterisk\", nonce=\"1\", algorithm=SHA-256")
                        .isAnswered())
                .isFalse();
    }

    @Test
    void shouldSendOpaqueBackAndQuoteWhatNeedsIt() {
        Authenticator.Answer answer = answer(
                List.of(alice("", Algorithm.MD5)), "Digest realm=\"a \\\"b\\\", c\", nonce=\"1\", opaque=\"x,y\"");

        assertThat(answer.headers().getFirst().value()).contains("realm=\"a \\\"b\\\", c\"", "opaque=\"x,y\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Digest realm=\"a\"",
                "Digest nonce=\"a\"",
                "Digest realm=\"a",
                "Digest realm=\"a\", nonce=\"1\", qop=\"auth-int\"",
                "Digest realm=\"a\", nonce=\"1\", algorithm=ROT13",
                "Basic realm=\"a\""
            })
    void shouldSayWhyItCannotAnswer(String challenge) {
        Authenticator.Answer answer = answer(List.of(alice("", Algorithm.MD5)), challenge);

        assertThat(answer.isAnswered()).isFalse();
        assertThat(answer.problems()).isNotEmpty();
    }

    @Test
    void shouldAnswerProxiesToo() {
        SipResponse response = SipResponse.to(REGISTER, 407, "Proxy Authentication Required")
                .header("Proxy-Authenticate", "Digest realm=\"asterisk\", nonce=\"nonce7\"")
                .build();

        assertThat(new Authenticator(new Random(1))
                        .answer(REGISTER, response, List.of(alice("", Algorithm.MD5)))
                        .headers())
                .extracting(SipHeader::name)
                .containsExactly("Proxy-Authorization");
    }

    @Test
    void shouldNotShowSecrets() {
        assertThat(alice("", Algorithm.MD5).toString()).doesNotContain("secret");
    }
}
