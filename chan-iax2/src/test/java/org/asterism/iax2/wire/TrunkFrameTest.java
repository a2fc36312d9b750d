package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrunkFrameTest {
    @Test
    void shouldReadAsterisksPlainForm() {
        TrunkFrame trunk = read(captured("trunk-plain.hex"));

        assertThat(trunk.form()).isEqualTo(TrunkFrame.FORM_PLAIN);
        assertThat(trunk.timestamp()).isEqualTo(20);
        assertThat(entries(trunk)).containsExactly(tuple(18840, -1, 160), tuple(22743, -1, 160), tuple(31530, -1, 160));
        assertThat(trunk.isTruncated()).isFalse();
    }

    @Test
    void shouldReadAsterisksFormWithTimestamps() {
        TrunkFrame trunk = read(captured("trunk-timestamps.hex"));

        assertThat(trunk.form()).isEqualTo(TrunkFrame.FORM_TIMESTAMPS);
        assertThat(trunk.timestamp()).isEqualTo(20);
        assertThat(entries(trunk))
                .containsExactly(tuple(22880, 100, 160), tuple(21151, 100, 160), tuple(32442, 100, 160));
        assertThat(trunk.isTruncated()).isFalse();
    }

    @Test
    void shouldFindTheDataOfEachEntry() {
        Datagram datagram = Datagram.ofHex("00000100 00000000 0001 0002 aabb 8002 0001 cc 0003 0000");
        TrunkFrame trunk = read(datagram);

        assertThat(trunk.next()).isTrue();
        assertThat(trunk.entryDataOffset()).isEqualTo(datagram.offset() + 12);
        assertThat(trunk.entryLength()).isEqualTo(2);
        assertThat(trunk.entryTimestamp()).isEqualTo(-1);
        assertThat(trunk.next()).isTrue();
        assertThat(trunk.entryCall()).isEqualTo(2);
        assertThat(trunk.entryDataOffset()).isEqualTo(datagram.offset() + 18);
        assertThat(trunk.next()).isTrue();
        assertThat(trunk.entryLength()).isZero();
        assertThat(trunk.next()).isFalse();
        assertThat(trunk.next()).isFalse();
        assertThat(trunk.isTruncated()).isFalse();
    }

    @ParameterizedTest(name = "{0} holds {1} whole entries")
    @CsvSource({
        "00000100 00000000, 0, false",
        "00000101 00000000, 0, false",
        "00000100 00000000 00, 0, true",
        "00000100 00000000 0001 00, 0, true",
        "00000100 00000000 0001 0001, 0, true",
        "00000100 00000000 0001 ffff 00, 0, true",
        "00000100 00000000 0001 0001 aa 0002, 1, true",
        "00000101 00000000 0000 0001, 0, true",
        "00000101 00000000 0000 0001 00, 0, true",
        "00000101 00000000 0000 0001 0005, 1, false",
        "00000101 00000000 0001 0001 0005, 0, true",
        "00000101 00000000 0001 0001 0005 aa 0001 0002 0006, 1, true",
    })
    void shouldStopAtWhatIsNoEntry(String hex, int whole, boolean truncated) {
        TrunkFrame trunk = read(Datagram.ofHex(hex));

        assertThat(entries(trunk)).hasSize(whole);
        assertThat(trunk.isTruncated()).isEqualTo(truncated);
    }

    @ParameterizedTest
    @ValueSource(ints = {TrunkFrame.FORM_PLAIN, TrunkFrame.FORM_TIMESTAMPS})
    void shouldWriteUntilTheCapacityIsReached(int form) {
        int entry = (form == TrunkFrame.FORM_PLAIN ? 4 : 6) + 20;
        Datagram room = Datagram.room(8 + 3 * entry - 1);
        Datagram data = Datagram.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        TrunkWriter writer = new TrunkWriter()
                .wrap(room.segment(), room.offset(), room.length(), form)
                .timestamp(0x1_0000_0014L);

        assertThat(writer.append(0x7FFF, 0x12340, data.segment(), data.offset(), 20))
                .isTrue();
        assertThat(writer.append(2, 0x12354, data.segment(), data.offset(), 20)).isTrue();
        assertThat(writer.append(3, 0x12368, data.segment(), data.offset(), 20)).isFalse();
        assertThat(writer.entries()).isEqualTo(2);
        assertThat(writer.length()).isEqualTo(8 + 2 * entry);
        assertThat(room.isIntactAround()).isTrue();

        TrunkFrame trunk = read(room.first(writer.length()));
        boolean plain = form == TrunkFrame.FORM_PLAIN;
        assertThat(trunk.timestamp()).isEqualTo(20);
        assertThat(entries(trunk))
                .containsExactly(tuple(0x7FFF, plain ? -1 : 0x2340, 20), tuple(2, plain ? -1 : 0x2354, 20));
    }

    @Test
    void shouldWriteAsteriskCapturesAgain() {
        for (String name : List.of("trunk-plain.hex", "trunk-timestamps.hex")) {
            Datagram captured = captured(name);
            TrunkFrame trunk = read(captured);
            Datagram room = Datagram.room(captured.length());
            TrunkWriter writer = new TrunkWriter()
                    .wrap(room.segment(), room.offset(), room.length(), trunk.form())
                    .timestamp(trunk.timestamp());
            while (trunk.next()) {
                assertThat(writer.append(
                                trunk.entryCall(),
                                trunk.entryTimestamp(),
                                trunk.segment(),
                                trunk.entryDataOffset(),
                                trunk.entryLength()))
                        .isTrue();
            }

            assertThat(room.hex()).isEqualTo(captured.hex());
        }
    }

    private static TrunkFrame read(Datagram datagram) {
        return new TrunkFrame().wrap(datagram.segment(), datagram.offset(), datagram.length());
    }

    private static List<Tuple> entries(TrunkFrame trunk) {
        List<Tuple> entries = new ArrayList<>();
        while (trunk.next()) {
            entries.add(tuple(trunk.entryCall(), trunk.entryTimestamp(), trunk.entryLength()));
        }
        return entries;
    }

    static Datagram captured(String name) {
        try (InputStream in = Objects.requireNonNull(TrunkFrameTest.class.getResourceAsStream(name), name)) {
            return Datagram.ofHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
