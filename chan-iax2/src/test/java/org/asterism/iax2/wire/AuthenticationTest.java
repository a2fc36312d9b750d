package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    @Test
    void shouldMakeChallengesOfNineDigits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(Challenge.next(random)).matches("[1-9][0-9]{8}");
        }
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({"0, 100000000", "899999999, 999999999", "900000000, 100000000", "-1, 209551615"})
    void shouldDeriveChallenges(long bits, String challenge) {
        byte[] text = new byte[Challenge.LENGTH];
        Challenge.write(bits, text);
        assertThat(text).asString(StandardCharsets.US_ASCII).isEqualTo(challenge);
    }

    @Test
    void shouldAnswerAsAsteriskAccepts() {
        // accepted by Asterisk 22 in a registration with secret "pass"
        assertThat(Md5Response.of("941531893", "pass")).isEqualTo("1d911e505820205d49144f3473b0530e");
        assertThat(Md5Response.digest("941531893", "pass")).hasSize(16).startsWith(0x1d, 0x91);
    }

    @ParameterizedTest(name = "secrets {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "pass, 1d911e505820205d49144f3473b0530e, pass",
                "pass, 1D911E505820205D49144F3473B0530E, pass",
                "other;pass, 1d911e505820205d49144f3473b0530e, pass",
                "pass;other, 1d911e505820205d49144f3473b0530e, pass",
                "other, 1d911e505820205d49144f3473b0530e, -",
                "pass, 1d911e505820205d49144f3473b0530f, -",
                "pass, 1d911e505820205d49144f3473b0530, -",
                "pass, '', -",
                "'', '', -",
            })
    void shouldFindTheSecret(String secrets, String response, @Nullable String match) {
        assertThat(Md5Response.matchingSecret("941531893", secrets, response)).isEqualTo(match);
        assertThat(Md5Response.verify("941531893", secrets, response)).isEqualTo(match != null);
        assertThat(checked(secrets, response)).isEqualTo(match != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "a;", ";a"})
    void shouldNotLetAnEmptySecretMatch(String secrets) {
        assertThat(Md5Response.verify("941531893", secrets, Md5Response.of("941531893", "")))
                .isFalse();
        assertThat(checked(secrets, Md5Response.of("941531893", ""))).isFalse();
    }

    @Test
    void shouldCheckManyWithOneDigest() {
        Md5Check check = new Md5Check();
        byte[] challenge = "941531893".getBytes(StandardCharsets.US_ASCII);

        check.response(elements("1d911e505820205d49144f3473b0530e"));
        assertThat(check.answers(challenge, "pass")).isTrue();
        assertThat(check.answers(challenge, "other")).isFalse();
        check.response(elements("1d911e505820205d49144f3473b0530g"));
        assertThat(check.answers(challenge, "pass")).isFalse();
        check.response(elements("1d911e505820205d49144f3473b0530"));
        assertThat(check.answers(challenge, "pass")).isFalse();
        check.response(elements("1d911e505820205d49144f3473b0530e"));
        assertThat(check.answers(challenge, "other;pass")).isTrue();
        assertThat(check.answers("941531894".getBytes(StandardCharsets.US_ASCII), "pass"))
                .isFalse();
    }

    private static boolean checked(String secrets, String response) {
        Md5Check check = new Md5Check();
        check.response(elements(response));
        return check.answers("941531893".getBytes(StandardCharsets.US_ASCII), secrets);
    }

    private static FrameElements elements(String response) {
        Datagram room = Datagram.room(100);
        ElementWriter writer = new ElementWriter()
                .wrap(room.segment(), room.offset(), room.length())
                .text(InformationElement.MD5_RESULT, response);
        FrameElements elements = new FrameElements();
        assertThat(elements.parse(room.segment(), room.offset(), writer.length()))
                .isTrue();
        return elements;
    }

    @Test
    void shouldSignAndVerify() throws GeneralSecurityException {
        KeyPair keys = keys(1024);
        String signature = RsaSignature.sign("941531893", keys.getPrivate());

        assertThat(signature).hasSize(172);
        assertThat(RsaSignature.verify("941531893", signature, keys.getPublic()))
                .isTrue();
        assertThat(RsaSignature.verify("941531894", signature, keys.getPublic()))
                .isFalse();
        assertThat(RsaSignature.verify("941531893", "not base64!", keys.getPublic()))
                .isFalse();
        assertThat(RsaSignature.verify("941531893", "QUJD", keys.getPublic())).isFalse();
        assertThat(RsaSignature.verify("941531893", "", keys.getPublic())).isFalse();
        assertThat(RsaSignature.verify("941531893", signature, keys(1024).getPublic()))
                .isFalse();
    }

    @Test
    void shouldRefuseKeysOfAnotherSize() throws GeneralSecurityException {
        KeyPair keys = keys(2048);

        assertThat(RsaSignature.isUsable(keys.getPublic())).isFalse();
        assertThat(RsaSignature.verify("1", "QUJD", keys.getPublic())).isFalse();
        assertThatThrownBy(() -> RsaSignature.sign("1", keys.getPrivate()))
                .isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("1024");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0, ()", "1, (plaintext)", "2, (MD5)", "6, (RSA|MD5)", "7, (RSA|MD5|plaintext)"})
    void shouldNameMethods(int methods, String names) {
        assertThat(AuthMethods.names(methods)).isEqualTo(names);
    }

    private static KeyPair keys(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
