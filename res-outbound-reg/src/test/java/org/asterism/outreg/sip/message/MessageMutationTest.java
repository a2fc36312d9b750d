package org.asterism.outreg.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.asterism.outreg.sip.message.SipParser.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mutations of good messages, from a seed that a failure prints. */
class MessageMutationTest {
    private static final int ROUNDS = 30_000;
    private static final String DELIMITERS = " \t\r\n:;,<>\"=@/\\%[]?\0\u00ff";

    /** Reads bytes; throws when something gets out that must not. */
    static void readOrDrop(byte[] bytes) {
        Parsed parsed;
        try {
            parsed = SipParser.parseDatagram(bytes, bytes.length);
        } catch (SipSyntaxException e) {
            return;
        }
        if (parsed.problem() != null) {
            assertThat(parsed.problem().reason()).doesNotContain("\r", "\n");
            return;
        }
        SipMessage message = parsed.message();
        message.topVia();
        message.addresses("Route").forEach(NameAddress::sipUri);
        byte[] written = message.encode();
        SipMessage again = SipParser.parseDatagram(written, written.length).message();
        assertThat(again.headers()).isEqualTo(message.headers());
    }

    @Test
    @Timeout(180)
    void shouldReadOrDropWhateverBecomesOfAMessage() throws Exception {
        long seed = 20_261_121;
        Random random = new Random(seed);
        List<byte[]> corpus = TortureTest.messages().stream()
                .map(each -> (byte[]) each.get()[2])
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(corpus.get(random.nextInt(corpus.size())), random);
            try {
                readOrDrop(bytes);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", round " + round + ":\n" + new String(bytes, StandardCharsets.ISO_8859_1),
                        e);
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) DELIMITERS.charAt(random.nextInt(DELIMITERS.length()));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}
