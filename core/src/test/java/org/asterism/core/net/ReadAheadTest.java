package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has arrived together is shown to its handler before the first of it is handled. */
class ReadAheadTest {
    private static final PeerAddress HERE = PeerAddress.of("127.0.0.1", 4569);
    private static final PeerAddress SENDER = PeerAddress.of("127.0.0.1", 4570);

    private final List<String> seen = new ArrayList<>();
    private final DatagramHandler handler = new DatagramHandler() {
        @Override
        public int readAhead(Datagram datagram) {
            return note("ahead", datagram);
        }

        @Override
        public void onDatagram(Datagram datagram) {
            note("handled", datagram);
        }
    };

    private int note(String what, Datagram datagram) {
        byte first = datagram.memory().get(ValueLayout.JAVA_BYTE, datagram.offset());
        String sender =
                datagram.peer() == null ? "a stranger" : datagram.source().toString();
        seen.add(what + " " + first + " of " + sender);
        return first;
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "64, true"})
    void shouldShowThemInOrderWithTheirSenders(int count, boolean worthIt) {
        List<String> expected = new ArrayList<>();
        try (DetachedTransport transport = new DetachedTransport(SocketSettings.bind(HERE), (_, _, _, _) -> {})) {
            assertThat(transport.peers().intern(SENDER)).isNotNull();
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < count; i++) {
                    assertThat(transport.put(MemorySegment.ofArray(new byte[] {(byte) i}), 0, 1, SENDER))
                            .isTrue();
                }
                for (int i = 0; worthIt && i < count; i++) {
                    expected.add("ahead " + i + " of " + SENDER);
                }
                for (int i = 0; i < count; i++) {
                    expected.add("handled " + i + " of " + SENDER);
                }
                transport.receive(handler);
            }
        }

        assertThat(seen).isEqualTo(expected);
    }
}
