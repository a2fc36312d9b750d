package org.asterism.iax2.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.asterism.iax2.wire.InformationElement.Encoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written is read again, whatever it is. The seed is in the name of a failed test. */
class RoundTripTest {
    private static final int ROUNDS = 300;

    static LongStream seeds() {
        return LongStream.of(1, 20260101, 20261121);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldReadFullFramesBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Datagram room = Datagram.room(FullFrame.HEADER_LENGTH);
        FullFrame frame = room.full();
        for (int i = 0; i < ROUNDS; i++) {
            int source = random.nextInt(0x8000);
            int destination = random.nextInt(0x8000);
            boolean again = random.nextBoolean();
            long timestamp = random.nextLong(1L << 32);
            int oseqno = random.nextInt(256);
            int iseqno = random.nextInt(256);
            int type = random.nextInt(256);
            long subclass = random.nextBoolean() ? random.nextInt(128) : 1L << random.nextInt(64);

            frame.sourceCall(source)
                    .destinationCall(destination)
                    .retransmission(again)
                    .timestamp(timestamp)
                    .oseqno(oseqno)
                    .iseqno(iseqno)
                    .type(type)
                    .subclass(subclass);

            assertThat(FrameKind.of(room.segment(), room.offset(), room.length()))
                    .isEqualTo(FrameKind.FULL);
            assertThat(frame.sourceCall()).isEqualTo(source);
            assertThat(frame.destinationCall()).isEqualTo(destination);
            assertThat(frame.isRetransmission()).isEqualTo(again);
            assertThat(frame.timestamp()).isEqualTo(timestamp);
            assertThat(frame.oseqno()).isEqualTo(oseqno);
            assertThat(frame.iseqno()).isEqualTo(iseqno);
            assertThat(frame.type()).isEqualTo(type);
            assertThat(frame.subclass()).isEqualTo(subclass);
        }
        assertThat(room.isIntactAround()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldReadElementsBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InformationElement[] all = InformationElement.values();
        FrameElements elements = new FrameElements();
        for (int i = 0; i < ROUNDS; i++) {
            Datagram room = Datagram.room(ElementWriter.MAX_LIST_LENGTH);
            ElementWriter writer = new ElementWriter().wrap(room.segment(), room.offset(), room.length());
            Map<InformationElement, Object> written = new EnumMap<>(InformationElement.class);
            Map<String, String> variables = new LinkedHashMap<>();
            while (!writer.isOverflowed() && random.nextInt(30) != 0) {
                int before = writer.length();
                InformationElement element = all[random.nextInt(all.length)];
                Object value = write(writer, element, random, variables);
                if (writer.length() > before) {
                    written.put(element, value);
                }
            }

            assertThat(elements.parse(room.segment(), room.offset(), writer.length()))
                    .isTrue();
            written.remove(InformationElement.VARIABLE);
            written.forEach((element, value) ->
                    assertThat(read(elements, element)).as(element.name()).isEqualTo(value));
            for (InformationElement element : all) {
                assertThat(elements.has(element))
                        .isEqualTo(written.containsKey(element)
                                || (element == InformationElement.VARIABLE && !variables.isEmpty()));
            }
            assertThat(elements.variables()).isEqualTo(variables);
            assertThat(room.isIntactAround()).isTrue();
        }
    }

    private static Object write(
            ElementWriter writer, InformationElement element, SplittableRandom random, Map<String, String> variables) {
        if (element == InformationElement.VARIABLE) {
            String name = "v" + variables.size();
            String value = text(random, 600);
            int before = writer.length();
            if (writer.variable(name, value).length() > before) {
                variables.put(name, value);
            }
            return value;
        }
        long number = random.nextLong();
        switch (element.encoding()) {
            case U8 -> {
                writer.u8(element, (int) number);
                return number & 0xFF;
            }
            case U16 -> {
                writer.u16(element, (int) number);
                return number & 0xFFFF;
            }
            case U32 -> {
                writer.u32(element, number);
                return number & 0xFFFF_FFFFL;
            }
            case VERSIONED_U64 -> {
                writer.u64(element, number);
                return number;
            }
            case ADDRESS -> {
                byte[] address = new byte[random.nextBoolean() ? 16 : 28];
                random.nextBytes(address);
                writer.bytes(element, address);
                return new String(address, ISO_8859_1);
            }
            case TEXT, RAW, NESTED, FLAG -> {
                String text = text(random, 256);
                writer.text(element, text);
                return text;
            }
        }
        throw new AssertionError(element);
    }

    private static Object read(FrameElements elements, InformationElement element) {
        Encoding encoding = element.encoding();
        return switch (encoding) {
            case U8 -> (long) elements.u8(element, -1);
            case U16 -> (long) elements.u16(element, -1);
            case U32 -> elements.u32(element, -1);
            case VERSIONED_U64 -> elements.u64(element, -1);
            case TEXT -> elements.text(element, "absent");
            case ADDRESS, RAW, NESTED, FLAG -> new String(elements.bytes(element), ISO_8859_1);
        };
    }

    private static String text(SplittableRandom random, int limit) {
        int length = random.nextInt(limit);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(' ', 0x7F));
        }
        return text.toString();
    }
}
