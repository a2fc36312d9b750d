package org.asterism.outreg.sip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFramerTest {
    private final StreamFramer framer = new StreamFramer();

    private static byte[] message(int number, int bodyLength) {
        return SipRequest.builder("MESSAGE", "sip:b@example.org")
                .header("Via", "SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK" + number)
                .header("From", "<sip:a@example.org>;tag=1")
                .header("To", "<sip:b@example.org>")
                .header("Call-ID", "c" + number)
                .header("CSeq", number + " MESSAGE")
                .body("text/plain", "\r\n".repeat(bodyLength / 2).getBytes(StandardCharsets.US_ASCII))
                .build()
                .encode();
    }

    private List<String> pieces() {
        List<String> found = new ArrayList<>();
        while (true) {
            switch (framer.next()) {
                case StreamFramer.Message message ->
                    found.add(message.parsed().message().cseq().number() + ":"
                            + message.parsed().message().body().length + ":" + message.raw().length);
                case StreamFramer.Ping _ -> found.add("ping");
                case StreamFramer.NeedMore _ -> {
                    return found;
                }
            }
        }
    }

    private void add(byte[] bytes) {
        framer.add(bytes, bytes.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1000, 100_000})
    void shouldFindMessagesHoweverTheStreamIsCut(int size) {
        int[] bodies = {0, 10, 3000, 60_000, 2};
        java.io.ByteArrayOutputStream stream = new java.io.ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            byte[] message = message(i, bodies[i]);
            stream.writeBytes(message);
            expected.add(i + ":" + bodies[i] + ":" + message.length);
        }
        byte[] all = stream.toByteArray();

        List<String> found = new ArrayList<>();
        for (int at = 0; at < all.length; at += size) {
            add(Arrays.copyOfRange(all, at, Math.min(all.length, at + size)));
            found.addAll(pieces());
        }

        assertThat(found).isEqualTo(expected);
        assertThat(framer.isInMessage()).isFalse();
    }

    @Test
    void shouldTellPingsAndPassOverSingleEmptyLines() {
        add(ascii("\r\n"));
        assertThat(pieces()).isEmpty();
        add(message(1, 0));
        add(ascii("\r\n\r\n"));
        add(ascii("\r"));
        assertThat(pieces()).hasSize(2).last().isEqualTo("ping");
        add(ascii("\n\r\n"));
        assertThat(pieces()).containsExactly("ping");
        assertThat(framer.isInMessage()).isFalse();
    }

    @Test
    void shouldKnowThatAMessageIsUnfinished() {
        add(Arrays.copyOf(message(1, 100), 300));
        assertThat(pieces()).isEmpty();
        assertThat(framer.isInMessage()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MESSAGE sip:b SIP/2.0\r\nCall-ID: 1\r\n\r\n",
                "MESSAGE sip:b SIP/2.0\r\nContent-Length: 70000\r\n\r\n",
                "MESSAGE sip:b SIP/2.0\r\nContent-Length: 1\r\nl: 2\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
                "\u0016\u0003\u0001\r\n\r\n"
            })
    void shouldNotGoOnWhereTheStreamCannotBeFollowed(String text) {
        add(ascii(text));

        assertThatExceptionOfType(SipSyntaxException.class).isThrownBy(framer::next);
    }

    @Test
    void shouldNotCollectHeadersWithoutEnd() {
        byte[] header = ascii("X: y\r\n");
        assertThatExceptionOfType(SipSyntaxException.class).isThrownBy(() -> {
            for (int i = 0; i < 100_000; i++) {
                add(header);
                framer.next();
            }
        });
    }

    @Test
    void shouldSurviveAnythingInBoundedRoom() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StreamFramer each = new StreamFramer();
            byte[] seedMessage = message(round, random.nextInt(50));
            try {
                for (int i = 0; i < 20; i++) {
                    byte[] bytes = seedMessage.clone();
                    for (int flips = random.nextInt(3); flips > 0; flips--) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                    each.add(bytes, bytes.length);
                    while (!(each.next() instanceof StreamFramer.NeedMore)) {
                        // Whatever it finds.
                    }
                }
            } catch (SipSyntaxException e) {
                assertThat(e.getMessage()).as("seed %s", seed).isNotEmpty();
            }
        }
    }
}
