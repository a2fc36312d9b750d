package org.asterism.iax2.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameElementsTest {
    private final FrameElements elements = new FrameElements();

    @Test
    void shouldReadNewOfAsterisk() {
        Datagram datagram = Datagram.ofHex("d29f000000000008000006010b02000201033530302d014426014327010028020000"
                + "3904000000000a02656e090400000004380900000000000000000408040000000437090000000000000000040c020002"
                + "1f0435754a4e3600");

        assertThat(elements.parse(datagram.full())).isTrue();
        assertThat(elements.u16(InformationElement.VERSION, -1)).isEqualTo(2);
        assertThat(elements.text(InformationElement.CALLED_NUMBER)).isEqualTo("500");
        assertThat(elements.text(InformationElement.CODEC_PREFERENCES)).isEqualTo("D");
        assertThat(elements.u8(InformationElement.CALLING_PRESENTATION, -1)).isEqualTo(0x43);
        assertThat(elements.u32(InformationElement.CALLING_ANI2, -1)).isZero();
        assertThat(elements.text(InformationElement.LANGUAGE, "none")).isEqualTo("en");
        assertThat(elements.capability()).isEqualTo(4);
        assertThat(elements.format()).isEqualTo(4);
        assertThat(elements.u16(InformationElement.ADSICPE, -1)).isEqualTo(2);
        assertThat(elements.has(InformationElement.CALL_TOKEN)).isTrue();
        assertThat(elements.length(InformationElement.CALL_TOKEN)).isZero();
        assertThat(elements.has(InformationElement.USERNAME)).isFalse();
        assertThat(elements.ignoredElements()).isZero();
    }

    @Test
    void shouldReadRegackOfAsterisk() {
        Datagram datagram = Datagram.ofHex("a83202bc0000023a0102060f0607776972656d64351f0435754a611302003c12100200"
                + "38ea7f0053020000000000000000180200000203313233040457697265");

        assertThat(elements.parse(datagram.full())).isTrue();
        assertThat(elements.u16(InformationElement.REFRESH, 0)).isEqualTo(60);
        assertThat(elements.apparentAddress()).isEqualTo(new InetSocketAddress("127.0.83.2", 14570));
        assertThat(elements.u16(InformationElement.MESSAGE_COUNT, -1)).isZero();
        assertThat(elements.text(InformationElement.CALLING_NAME)).isEqualTo("Wire");
    }

    @Test
    void shouldAnswerAbsentWithTheDefault() {
        assertThat(parse("")).isTrue();

        assertThat(elements.u8(InformationElement.CAUSE_CODE, 16)).isEqualTo(16);
        assertThat(elements.u16(InformationElement.REFRESH, 60)).isEqualTo(60);
        assertThat(elements.u32(InformationElement.TRANSFER_ID, 7)).isEqualTo(7);
        assertThat(elements.u64(InformationElement.FORMAT2, 8)).isEqualTo(8);
        assertThat(elements.text(InformationElement.CAUSE)).isNull();
        assertThat(elements.text(InformationElement.CAUSE, "none")).isEqualTo("none");
        assertThat(elements.bytes(InformationElement.CALL_TOKEN)).isEmpty();
        assertThat(elements.copy(InformationElement.CALL_TOKEN, new byte[4])).isZero();
        assertThat(elements.textEquals(InformationElement.USERNAME, new byte[0]))
                .isFalse();
        assertThat(elements.apparentAddress()).isNull();
        assertThat(elements.capability()).isZero();
        assertThat(elements.variables()).isEmpty();
        assertThat(elements.ospToken()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"06", "0601", "060261", "0600 06", "060161 0602 61", "0601 61 ff ff", "00ff"})
    void shouldRefuseListThatRunsPastTheEnd(String hex) {
        assertThat(parse("060161")).isTrue();

        assertThat(parse(hex)).isFalse();
        assertThat(elements.has(InformationElement.USERNAME)).isFalse();
        assertThat(elements.length(InformationElement.USERNAME)).isZero();
        assertThat(elements.variables()).isEmpty();
    }

    @Test
    void shouldTakeTheLastOfRepeatedElements() {
        assertThat(parse("0601 61 0601 62 1302 003c 1302 0078")).isTrue();

        assertThat(elements.text(InformationElement.USERNAME)).isEqualTo("b");
        assertThat(elements.u16(InformationElement.REFRESH, 0)).isEqualTo(120);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "1301 3c, REFRESH",
        "1300, REFRESH",
        "1303 00003c, REFRESH",
        "0803 000004, CAPABILITY",
        "2a02 0010, CAUSE_CODE",
        "3708 0000000000000004, CAPABILITY2",
        "3709 010000000000000004, CAPABILITY2",
        "370a 00000000000000000400, CAPABILITY2",
        "1203 020011, APPARENT_ADDRESS",
        "1200, APPARENT_ADDRESS",
    })
    void shouldIgnoreElementsOfTheWrongSizeAndSaySo(String hex, InformationElement element) {
        assertThat(parse(hex + "060161")).isTrue();

        assertThat(elements.has(element)).isFalse();
        assertThat(elements.isIgnored(element)).isTrue();
        assertThat(elements.ignoredElements()).isEqualTo(1L << element.number());
        assertThat(elements.text(InformationElement.USERNAME)).isEqualTo("a");
    }

    @Test
    void shouldKeepAGoodElementWhenAWrongOneFollows() {
        assertThat(parse("1302 003c 1301 ff")).isTrue();

        assertThat(elements.u16(InformationElement.REFRESH, 0)).isEqualTo(60);
        assertThat(elements.isIgnored(InformationElement.REFRESH)).isTrue();
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "0804 0000000c, 12",
        "0804 0000000c 3709 00 0000000400000004, 17179869188",
        "3709 00 0000000400000004 0804 0000000c, 17179869188",
        "3709 00 0000000000000000 0804 0000000c, 12",
        "3709 01 0000000400000004 0804 0000000c, 12",
        "0804 ffffffff, 4294967295",
        "3709 00 ffffffffffffffff, -1",
    })
    void shouldPreferTheWideCapability(String hex, long capability) {
        assertThat(parse(hex)).isTrue();
        assertThat(elements.capability()).isEqualTo(capability);

        assertThat(parse(hex.replace("0804", "0904").replace("3709", "3809"))).isTrue();
        assertThat(elements.format()).isEqualTo(capability);
    }

    @Test
    void shouldSkipUnknownElements() {
        assertThat(parse("0000 3a01 78 c802 7878 ff00 0601 61")).isTrue();

        assertThat(elements.text(InformationElement.USERNAME)).isEqualTo("a");
        assertThat(elements.ignoredElements()).isZero();
    }

    @Test
    void shouldEndTextAtNul() {
        assertThat(parse("0605 616c690063 0402 c3a9")).isTrue();

        assertThat(elements.text(InformationElement.USERNAME)).isEqualTo("ali");
        assertThat(elements.textLength(InformationElement.USERNAME)).isEqualTo(3);
        assertThat(elements.length(InformationElement.USERNAME)).isEqualTo(5);
        assertThat(elements.textEquals(InformationElement.USERNAME, "ali".getBytes(UTF_8)))
                .isTrue();
        assertThat(elements.textEquals(InformationElement.USERNAME, "alice".getBytes(UTF_8)))
                .isFalse();
        assertThat(elements.textEquals(InformationElement.USERNAME, "alx".getBytes(UTF_8)))
                .isFalse();
        assertThat(elements.bytes(InformationElement.USERNAME)).containsExactly('a', 'l', 'i', 0, 'c');
        assertThat(elements.text(InformationElement.CALLING_NAME)).isEqualTo("é");
    }

    @Test
    void shouldJoinVariablesOfOneName() {
        byte[] list = new ListBuilder()
                .add(52, "alpha=be")
                .add(52, "beta=1=2")
                .add(52, "alpha=ta")
                .add(52, "flag")
                .add(52, "=nameless")
                .add(52, "")
                .add(52, "half=\u00c3")
                .add(52, "half=\u00a9")
                .add(52, "nul=a\0b")
                .bytes();
        Datagram datagram = Datagram.of(list);

        assertThat(elements.parse(datagram.segment(), datagram.offset(), datagram.length()))
                .isTrue();
        assertThat(elements.variables())
                .containsExactly(
                        entry("alpha", "beta"),
                        entry("beta", "1=2"),
                        entry("flag", ""),
                        entry("half", "é"),
                        entry("nul", "a"));
    }

    @Test
    void shouldJoinOspTokenByBlockIndex() {
        byte[] list = new ListBuilder()
                .add(53, "\u0001cd")
                .add(53, "\u0000ab")
                .add(53, "")
                .add(53, "\u0003lost")
                .add(53, "\u0004lost")
                .add(53, "\u00fflost")
                .bytes();
        Datagram datagram = Datagram.of(list);

        assertThat(elements.parse(datagram.segment(), datagram.offset(), datagram.length()))
                .isTrue();
        assertThat(elements.ospToken()).asString(UTF_8).isEqualTo("abcd");
    }

    @Test
    void shouldCopyWhatFits() {
        assertThat(parse("3604 61626364")).isTrue();
        byte[] three = new byte[3];

        assertThat(elements.copy(InformationElement.CALL_TOKEN, three)).isEqualTo(3);
        assertThat(three).asString(UTF_8).isEqualTo("abc");
    }

    private boolean parse(String hex) {
        Datagram datagram = Datagram.ofHex(hex);
        return elements.parse(datagram.segment(), datagram.offset(), datagram.length());
    }
}
