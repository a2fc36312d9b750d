package org.asterism.iax2.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write is what Wireshark's dissector, which nobody of us wrote, reads. Needs tshark. */
@Tag("interop")
class TsharkInteropTest {
    @TempDir
    Path folder;

    private final List<byte[]> frames = new ArrayList<>();

    @BeforeAll
    static void needTshark() {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(path -> new File(path, "tshark").canExecute()),
                "tshark is not installed");
    }

    @Test
    void shouldAgreeOnHeadersOfAllCommands() throws IOException, InterruptedException {
        List<String> expected = new ArrayList<>();
        for (IaxCommand command : IaxCommand.values()) {
            int n = command.number();
            Datagram room = Datagram.room(FullFrame.HEADER_LENGTH);
            room.full()
                    .sourceCall(1000 + n)
                    .destinationCall(2000 + n)
                    .retransmission(n % 2 == 0)
                    .timestamp(4_000_000_000L + n)
                    .oseqno(n)
                    .iseqno(255 - n)
                    .command(command);
            frames.add(room.bytes());
            expected.add(String.join(
                    "|",
                    "" + (1000 + n),
                    "" + (2000 + n),
                    n % 2 == 0 ? "1" : "0",
                    "" + (4_000_000_000L + n),
                    "" + n,
                    "" + (255 - n),
                    "6",
                    "" + n));
        }

        assertThat(fields(
                        "iax2.src_call",
                        "iax2.dst_call",
                        "iax2.retransmission",
                        "iax2.timestamp",
                        "iax2.oseqno",
                        "iax2.iseqno",
                        "iax2.type",
                        "iax2.iax.subclass"))
                .containsExactlyElementsOf(expected);
        assertThat(malformed()).isEmpty();
    }

    @Test
    void shouldAgreeOnElements() throws IOException, InterruptedException {
        add(
                IaxCommand.NEW,
                writer -> writer.u16(InformationElement.VERSION, 2)
                        .text(InformationElement.CALLED_NUMBER, "500")
                        .text(InformationElement.CALLING_NUMBER, "5550199")
                        .text(InformationElement.CALLING_NAME, "Bob")
                        .text(InformationElement.USERNAME, "alice")
                        .format(IaxCodec.OPUS.bit())
                        .capability(IaxCodec.OPUS.bit() | IaxCodec.ULAW.bit())
                        .text(InformationElement.CODEC_PREFERENCES, CodecPreferences.encode(List.of(IaxCodec.OPUS)))
                        .u32(
                                InformationElement.DATE_TIME,
                                DateTimeElement.encode(LocalDateTime.of(2026, 11, 21, 9, 18, 28)))
                        .apparentAddress(new InetSocketAddress("127.0.83.2", 14570))
                        .variable("name", "x".repeat(300))
                        .empty(InformationElement.CALL_TOKEN));

        assertThat(fields(
                        "iax2.iax.version",
                        "iax2.iax.called_number",
                        "iax2.iax.calling_number",
                        "iax2.iax.calling_name",
                        "iax2.iax.username",
                        "iax2.iax.format2",
                        "iax2.iax.capability2",
                        "iax2.iax.codecprefs",
                        "iax2.iax.datetime.raw",
                        "iax2.iax.app_addr.sinport",
                        "iax2.iax.app_addr.sinaddr",
                        "iax2.ie_id"))
                .containsExactly("2|500|5550199|Bob|alice|17179869184|17179869188|f|896879182|14570|"
                        + "127.0.83.2|11,1,2,4,6,9,56,8,55,45,31,18,52,52,54");
        assertThat(malformed()).isEmpty();
    }

    @Test
    void shouldFindNoElementMalformed() throws IOException, InterruptedException {
        for (InformationElement element : InformationElement.values()) {
            add(IaxCommand.NEW, writer -> sample(writer, element));
        }

        assertThat(fields("iax2.ie_id"))
                .containsExactlyElementsOf(Arrays.stream(InformationElement.values())
                        .map(element -> "" + element.number())
                        .toList());
        assertThat(malformed()).isEmpty();
    }

    @Test
    void shouldAgreeOnMedia() throws IOException, InterruptedException {
        Datagram voice = Datagram.room(FullFrame.HEADER_LENGTH + 160);
        voice.full()
                .sourceCall(7)
                .destinationCall(9)
                .timestamp(20)
                .type(FrameType.VOICE)
                .subclass(IaxCodec.OPUS.bit());
        frames.add(voice.bytes());
        Datagram video = Datagram.room(FullFrame.HEADER_LENGTH + 100);
        video.full().sourceCall(7).destinationCall(9).timestamp(30).video(IaxCodec.H264.bit(), true);
        frames.add(video.bytes());
        Datagram mini = Datagram.room(MiniFrame.HEADER_LENGTH + 160);
        new MiniFrame()
                .wrap(mini.segment(), mini.offset(), mini.length())
                .sourceCall(7)
                .timestamp(40);
        frames.add(mini.bytes());

        assertThat(fields(
                        "iax2.packet_type",
                        "iax2.src_call",
                        "iax2.voice.subclass",
                        "iax2.video.codec",
                        "iax2.video.marker",
                        "iax2.timestamp"))
                .containsExactly("1|7|162|||20", "1|7||2097152|1|30", "0|7||||40");
        assertThat(malformed()).isEmpty();
    }

    /** The plain form is left to TrunkFrameTest: tshark 4.0 cannot read its last entry, not even in Asterisk's frames. */
    @Test
    void shouldAgreeOnTrunksWithTimestamps() throws IOException, InterruptedException {
        Datagram room = Datagram.room(1240);
        Datagram data = Datagram.room(160);
        TrunkWriter writer = new TrunkWriter()
                .wrap(room.segment(), room.offset(), room.length(), TrunkFrame.FORM_TIMESTAMPS)
                .timestamp(20);
        for (int i = 0; i < 3; i++) {
            assertThat(writer.append(32481 + i, 100 + 20L * i, data.segment(), data.offset(), 160 - i))
                    .isTrue();
        }
        frames.add(room.first(writer.length()).bytes());

        assertThat(fields(
                        "iax2.trunk.metacmd",
                        "iax2.trunk.cmddata",
                        "iax2.timestamp",
                        "iax2.trunk.call.scallno",
                        "iax2.trunk.call.len",
                        "iax2.trunk.call.ts"))
                .containsExactly("1|1|20|32481,32482,32483|160,159,158|100,120,140");
        assertThat(malformed()).isEmpty();
    }

    @FunctionalInterface
    private interface Content {
        ElementWriter writeTo(ElementWriter writer);
    }

    private void add(IaxCommand command, Content content) {
        Datagram room = Datagram.room(FullFrame.HEADER_LENGTH + ElementWriter.MAX_LIST_LENGTH);
        FullFrame frame = room.full()
                .sourceCall(1)
                .destinationCall(2)
                .timestamp(3)
                .oseqno(0)
                .iseqno(0)
                .command(command);
        ElementWriter writer = content.writeTo(
                new ElementWriter().wrap(frame.segment(), frame.payloadOffset(), ElementWriter.MAX_LIST_LENGTH));
        assertThat(writer.isOverflowed()).isFalse();
        frames.add(room.first(FullFrame.HEADER_LENGTH + writer.length()).bytes());
    }

    private static ElementWriter sample(ElementWriter writer, InformationElement element) {
        return switch (element.encoding()) {
            case U8 -> writer.u8(element, 1);
            case U16 -> writer.u16(element, 1);
            case U32 -> writer.u32(element, 0x35754a4e);
            case VERSIONED_U64 -> writer.u64(element, 4);
            case ADDRESS -> writer.apparentAddress(new InetSocketAddress("127.0.0.1", 4569));
            case FLAG -> writer.empty(element);
            case TEXT -> writer.text(element, "text");
            case NESTED, RAW -> writer.bytes(element, new byte[] {1, 2, 3});
        };
    }

    private List<String> fields(String... names) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-T", "fields", "-E", "separator=|"));
        for (String name : names) {
            arguments.addAll(List.of("-e", name));
        }
        return tshark(arguments).stream().map(TsharkInteropTest::decimal).toList();
    }

    /** Whether a field is printed in hexadecimal depends on the version of tshark. */
    private static String decimal(String line) {
        return Pattern.compile("0x[0-9a-f]+")
                .matcher(line)
                .replaceAll(hex -> Long.decode(hex.group()).toString());
    }

    private List<String> malformed() throws IOException, InterruptedException {
        return tshark(List.of("-Y", "_ws.malformed or _ws.short or iax2.subclass"));
    }

    private List<String> tshark(List<String> arguments) throws IOException, InterruptedException {
        Path path = folder.resolve("frames.pcap");
        try (CaptureFile capture = new CaptureFile(path)) {
            for (byte[] frame : frames) {
                capture.add(frame);
            }
        }
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", path.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("exit code of %s", command).isZero();
        return lines;
    }
}
