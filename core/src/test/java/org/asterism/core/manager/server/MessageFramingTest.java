package org.asterism.core.manager.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asterism.core.manager.ManagerMessage;
import org.junit.jupiter.api.Test;

class MessageFramingTest {
    private static final String TOO_LONG = "Failed to parse message: line too long";
    private static final String TOO_MANY = "Too many lines in message or allocation failure";

    /** What came out, as text that can be compared. */
    private static final class Received implements MessageFraming.Receiver {
        private final List<String> all = new ArrayList<>();

        @Override
        public void message(ManagerMessage message) {
            all.add(message.headers().toString());
        }

        @Override
        public void malformed(String reason) {
            all.add(reason);
        }
    }

    private static List<String> whole(String text) {
        return pieces(text, Integer.MAX_VALUE, new Random(0));
    }

    /** Feeds a text in pieces of a random length. */
    private static List<String> pieces(String text, int longest, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Received received = new Received();
        MessageFraming framing = new MessageFraming(received);
        for (int at = 0; at < bytes.length; ) {
            int length =
                    Math.min(bytes.length - at, longest == Integer.MAX_VALUE ? longest : 1 + random.nextInt(longest));
            framing.feed(bytes, at, length);
            at += length;
        }
        return received.all;
    }

    @Test
    void readsHeaders() {
        Received received = new Received();
        ManagerMessage[] last = new ManagerMessage[1];
        MessageFraming framing = new MessageFraming(new MessageFraming.Receiver() {
            @Override
            public void message(ManagerMessage message) {
                last[0] = message;
            }

            @Override
            public void malformed(String reason) {
                received.malformed(reason);
            }
        });
        byte[] bytes =
                "Action: Ping\r\nactionid:  no blank before  \r\nno colon\r\n: no name\nVariable:a=b:c\nVARIABLE: d\n\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        framing.feed(bytes, 0, bytes.length);
        assertThat(received.all).isEmpty();
        assertThat(last[0].get("ACTION")).isEqualTo("Ping");
        assertThat(last[0].get("ActionID")).isEqualTo("no blank before  ");
        assertThat(last[0].all("variable")).containsExactly("a=b:c", "d");
        assertThat(last[0].headers()).hasSize(4);
    }

    @Test
    void secretsAreNotInItsText() {
        Received received = new Received();
        MessageFraming framing = new MessageFraming(new MessageFraming.Receiver() {
            @Override
            public void message(ManagerMessage message) {
                received.all.add(message.toString());
            }

            @Override
            public void malformed(String reason) {
                received.malformed(reason);
            }
        });
        byte[] bytes = "Action: Login\nSecret: hush\nKey: 123\n\n".getBytes(StandardCharsets.UTF_8);
        framing.feed(bytes, 0, bytes.length);
        assertThat(received.all).containsExactly("Action: Login, Secret: ****, Key: ****");
    }

    @Test
    void skipsWhatIsTooLongUpToItsEnd() {
        String ping = "Action: Ping\r\n\r\n";
        String good = whole(ping).getFirst();
        assertThat(whole("X".repeat(MessageFraming.MAX_LINE_BYTES + 1) + "\r\nfoo: bar\r\n\r\n" + ping))
                .containsExactly(TOO_LONG, good);
        assertThat(whole("A: b\n".repeat(MessageFraming.MAX_LINES + 1) + "\n" + ping))
                .containsExactly(TOO_MANY, good);
        assertThat(whole(("A: " + "b".repeat(4_000) + "\n").repeat(20) + "\n" + ping))
                .containsExactly(TOO_MANY, good);
        assertThat(whole("A: b\n".repeat(MessageFraming.MAX_LINES) + "\n" + ping))
                .hasSize(2)
                .contains(good);
    }

    @Test
    void emptyMessagesAreMessages() {
        assertThat(whole("\n\r\n\r\r\n")).containsExactly("[]", "[]", "[]");
    }

    /** Whatever arrives, it makes no difference in which pieces it does. */
    @Test
    void piecesMakeNoDifference() {
        String alphabet = "aA:: \t\r\n\n\n\0é";
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(400);
            for (int i = 0; i < length; i++) {
                text.append(
                        random.nextInt(60) == 0
                                ? "x".repeat(random.nextInt(2 * MessageFraming.MAX_LINE_BYTES))
                                : alphabet.substring(i % alphabet.length(), i % alphabet.length() + 1));
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            text.append("\n\n");
            assertThat(pieces(text.toString(), 1 + random.nextInt(50), random))
                    .as("seed %d", seed)
                    .isEqualTo(whole(text.toString()));
        }
    }
}
