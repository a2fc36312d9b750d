package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FrameDumpTest {
    private static final String ADDRESS = "127.0.83.2:14570";

    record Printed(String prefix, String retry, String address, String hex, String text) {}

    static List<Printed> asterisk() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FrameDumpTest.class.getResourceAsStream("asterisk-dumps.txt"), "captures")) {
            List<Printed> cases = new ArrayList<>();
            String[] heading = {};
            StringBuilder text = new StringBuilder();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("> ")) {
                    heading = line.substring(2).split("\\|", -1);
                    text.setLength(0);
                } else if (line.equals(".")) {
                    cases.add(new Printed(heading[0], heading[1], heading[2], heading[3], text.toString()));
                } else if (!line.startsWith("#")) {
                    text.append(line).append('\n');
                }
            }
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("asterisk")
    void shouldPrintWhatAsteriskPrints(Printed printed) {
        Datagram datagram = Datagram.ofHex(printed.hex);

        assertThat(FrameDump.dump(
                        datagram.segment(),
                        datagram.offset(),
                        datagram.length(),
                        printed.prefix,
                        printed.retry,
                        printed.address))
                .isEqualTo(printed.text);
    }

    @Test
    void shouldMaskSecrets() {
        byte[] elements = new ListBuilder()
                .add(InformationElement.PASSWORD.number(), "hunter2")
                .add(InformationElement.MD5_RESULT.number(), "0123456789abcdef0123456789abcdef")
                .add(InformationElement.PROVISIONING.number(), "\u0007\u0007hunter2\u0009\u0007hunter2")
                .add(InformationElement.ENCRYPTION_KEY.number(), "hunter2")
                .bytes();

        assertThat(dump(IaxCommand.AUTHREP, elements))
                .contains("   PASSWORD        : ****\n")
                .contains("   MD5 RESULT      : ****\n")
                .contains("       PASSWORD        : ****\n")
                .doesNotContain("hunter2")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void shouldMaskTheNewKeyOfRtkey() {
        byte[] key = new ListBuilder()
                .add(InformationElement.CHALLENGE.number(), "0123456789abcdef")
                .bytes();

        assertThat(dump(IaxCommand.RTKEY, key)).contains("   CHALLENGE       : ****\n");
        assertThat(dump(IaxCommand.AUTHREQ, key)).contains("   CHALLENGE       : \\x30\\x31");
    }

    @Test
    void shouldNotLetStrangersForgeLines() {
        byte[] elements = new ListBuilder()
                .add(InformationElement.CALLING_NAME.number(), "a\u001b[2J\r\nRx-Frame\u0007\u00c2\u009b")
                .bytes();

        assertThat(dump(IaxCommand.NEW, elements))
                .contains("   CALLING NAME    : a\\x1b[2J\\x0d\\x0aRx-Frame\\x07\\x9b\n")
                .hasLineCount(4);
    }

    @ParameterizedTest(name = "digit {0} is printed {1}")
    @CsvSource({"0x2a, *", "0x00, \\x00", "0x1b, \\x1b", "0xc8, \\xc8"})
    void shouldEscapeDigitsThatAreNone(int digit, String printed) {
        Datagram room = Datagram.room(12);
        room.full().sourceCall(1).destinationCall(2).type(FrameType.DTMF_END).rawSubclass(digit);

        assertThat(dump(room)).contains("Type: DTMF_E  Subclass: " + printed + "\n");
    }

    @Test
    void shouldPrintProvisioning() {
        byte[] elements = new ListBuilder()
                .add(
                        InformationElement.PROVISIONING.number(),
                        "\u0002\u0004\u007f\u0000\u0000\u0001\u000c\u0004\0\0\0\u0005\u0006\u0009x")
                .bytes();

        assertThat(dump(IaxCommand.PROVISION, elements)).endsWith("""
               PROVISIONING    :\s
                   IPADDR          : 127.0.0.1
                   FLAGS           : 5 (register,heartbeat)
            Total Prov IE length of 11 bytes exceeds remaining prov frame length of 3 bytes


            """);
    }

    @Test
    void shouldShowFullFramesOnly() {
        assertThat(dump(Datagram.ofHex("000100140102"))).isEmpty();
        assertThat(dump(Datagram.ofHex("0000010000000000"))).isEmpty();
        assertThat(dump(Datagram.ofHex("8001"))).isEmpty();
    }

    @Test
    void shouldPrintRetries() {
        assertThat(FrameDump.retry(true)).isEqualTo("Yes");
        assertThat(FrameDump.retry(false)).isEqualTo(" No");
        assertThat(FrameDump.retry(2)).isEqualTo("002");
        assertThat(FrameDump.retry(-1)).isEqualTo("-01");
    }

    private static String dump(IaxCommand command, byte[] elements) {
        Datagram room = Datagram.room(FullFrame.HEADER_LENGTH + elements.length);
        FullFrame frame = room.full().sourceCall(1).destinationCall(2).command(command);
        Datagram list = Datagram.of(elements);
        frame.segment()
                .asSlice(frame.payloadOffset(), elements.length)
                .copyFrom(list.segment().asSlice(list.offset(), elements.length));
        return dump(room);
    }

    private static String dump(Datagram datagram) {
        return FrameDump.dump(datagram.segment(), datagram.offset(), datagram.length(), "Rx", " No", ADDRESS);
    }
}
