package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Md5CheckTest {
    private static final String CHALLENGE = "123456789";

    private final Md5Check check = new Md5Check();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s",
                "secret",
                "sécret",
                "\u2603",
                "0123456789012345678901234567890123456789012345678901234567890123",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void shouldTakeTheAnswerThatAClientMakes(String secret) {
        respond(Md5Response.of(CHALLENGE, secret));

        assertThat(answers(secret)).isTrue();
        assertThat(answers("other;" + secret)).isTrue();
        assertThat(answers(secret + "x")).isFalse();
        assertThat(answers("x" + secret.substring(1))).isFalse();
    }

    @Test
    void shouldTakeNoAnswerForAnEmptySecret() {
        respond(Md5Response.of(CHALLENGE, ""));

        assertThat(answers("")).isFalse();
        assertThat(answers(";;")).isFalse();
    }

    private boolean answers(String secrets) {
        return check.answers(CHALLENGE.getBytes(StandardCharsets.US_ASCII), secrets);
    }

    private void respond(String response) {
        byte[] bytes = new byte[64];
        MemorySegment memory = MemorySegment.ofArray(bytes);
        int length = new ElementWriter()
                .wrap(memory, 0, bytes.length)
                .text(InformationElement.MD5_RESULT, response)
                .length();
        FrameElements elements = new FrameElements();
        assertThat(elements.parse(memory, 0, length)).isTrue();
        check.response(elements);
    }
}
