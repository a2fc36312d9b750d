package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.LocalDateTime;
import java.util.Map;
import org.asterism.core.net.PeerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementWriterTest {
    private final Datagram room = Datagram.room(2000);
    private final ElementWriter writer = new ElementWriter().wrap(room.segment(), room.offset(), room.length());

    @Test
    void shouldWriteNewOfAsterisk() {
        writer.u16(InformationElement.VERSION, 2)
                .text(InformationElement.CALLED_NUMBER, "500")
                .text(InformationElement.CODEC_PREFERENCES, "D")
                .u8(InformationElement.CALLING_PRESENTATION, 0x43)
                .u8(InformationElement.CALLING_TYPE_OF_NUMBER, 0)
                .u16(InformationElement.CALLING_TRANSIT_NETWORK, 0)
                .u32(InformationElement.CALLING_ANI2, 0)
                .text(InformationElement.LANGUAGE, "en")
                .format(4)
                .capability(4)
                .u16(InformationElement.ADSICPE, 2)
                .u32(InformationElement.DATE_TIME, DateTimeElement.encode(LocalDateTime.of(2026, 11, 21, 9, 18, 28)))
                .empty(InformationElement.CALL_TOKEN);

        assertThat(written())
                .isEqualTo(
                        "0b02000201033530302d0144260143270100280200003904000000000a02656e"
                            + "090400000004380900000000000000000408040000000437090000000000000000040c0200021f0435754a4e3600");
        assertThat(writer.isOverflowed()).isFalse();
    }

    @Test
    void shouldWriteAddress() {
        writer.apparentAddress(new InetSocketAddress("127.0.83.2", 14570));

        assertThat(written()).isEqualTo("1210020038ea7f0053020000000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.83.2", "255.255.255.255", "2001:db8::7", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
    void shouldWriteAddressesInHalvesAsWhole(String text) {
        PeerAddress address = PeerAddress.of(text, 14570);
        writer.apparentAddress(address.socketAddress());
        String whole = written();
        room.segment().fill((byte) 0xAA);

        writer.wrap(room.segment(), room.offset(), room.length())
                .apparentAddress(address.high(), address.low(), address.port());

        assertThat(written()).isEqualTo(whole);
    }

    @Test
    void shouldSendTheLow32BitsToOldPeers() {
        writer.capability(0x4_0000_0004L);

        assertThat(written()).isEqualTo("080400000004" + "3709000000000400000004");
    }

    @Test
    void shouldLeaveOutWhatDoesNotFit() {
        byte[] most = new byte[255];
        for (int i = 0; i < 3; i++) {
            writer.bytes(InformationElement.FIRMWARE_DATA, most);
        }
        int before = writer.length();
        assertThat(writer.bytes(InformationElement.FIRMWARE_DATA, most).isOverflowed())
                .isTrue();
        assertThat(writer.length()).isEqualTo(before);

        writer.bytes(InformationElement.FIRMWARE_DATA, new byte[ElementWriter.MAX_LIST_LENGTH - before - 2]);
        assertThat(writer.length()).isEqualTo(ElementWriter.MAX_LIST_LENGTH);
        writer.empty(InformationElement.CALL_TOKEN);
        assertThat(writer.length()).isEqualTo(ElementWriter.MAX_LIST_LENGTH);
    }

    @Test
    void shouldStayWithinASmallerRoom() {
        Datagram small = Datagram.room(5);
        writer.wrap(small.segment(), small.offset(), small.length());

        writer.text(InformationElement.USERNAME, "abcd");
        assertThat(writer.isOverflowed()).isTrue();
        assertThat(writer.length()).isZero();
        writer.text(InformationElement.USERNAME, "abc");
        assertThat(writer.length()).isEqualTo(5);
        assertThat(small.isIntactAround()).isTrue();
    }

    @Test
    void shouldRefuseTextThatNoElementCanHold() {
        assertThat(writer.text(InformationElement.CALLED_NUMBER, "1".repeat(255))
                        .isOverflowed())
                .isFalse();
        assertThat(writer.text(InformationElement.CALLED_NUMBER, "é".repeat(128))
                        .isOverflowed())
                .isTrue();
        assertThat(writer.length()).isEqualTo(257);
    }

    @Test
    void shouldSplitLongVariables() {
        String value = "é" + "x".repeat(298) + "é";
        writer.variable("name", value);

        assertThat(writer.isOverflowed()).isFalse();
        assertThat(written()).startsWith("34ff6e616d653dc3a9");
        assertThat(writer.length()).isEqualTo(2 + 255 + 2 + 5 + 302 - 250);
        assertThat(read().variables()).isEqualTo(Map.of("name", value));
    }

    @Test
    void shouldWriteEmptyVariable() {
        writer.variable("name", "");

        assertThat(written()).isEqualTo("34056e616d653d");
    }

    @Test
    void shouldWriteVariablesWholeOrNotAtAll() {
        writer.variable("a", "1").variable("b", "x".repeat(1010));
        assertThat(writer.isOverflowed()).isTrue();
        assertThat(read().variables()).isEqualTo(Map.of("a", "1"));

        assertThat(writer.wrap(room.segment(), room.offset(), room.length())
                        .variable("n".repeat(254), "1")
                        .isOverflowed())
                .isTrue();
        assertThat(writer.length()).isZero();
    }

    @Test
    void shouldReplaceTheTrailingCallToken() {
        writer.text(InformationElement.USERNAME, "6").empty(InformationElement.CALL_TOKEN);
        int length = writer.length();

        writer.resume(room.segment(), room.offset(), room.length(), length);
        assertThat(writer.removeLast(InformationElement.USERNAME)).isFalse();
        assertThat(writer.removeLast(InformationElement.CALL_TOKEN)).isTrue();
        writer.text(InformationElement.CALL_TOKEN, "token");

        assertThat(written()).isEqualTo("060136" + "3605746f6b656e");
        assertThat(new ElementWriter()
                        .wrap(room.segment(), room.offset(), 10)
                        .removeLast(InformationElement.CALL_TOKEN))
                .isFalse();
    }

    @Test
    void shouldRefuseANumberOfAnotherSize() {
        assertThatThrownBy(() -> writer.u16(InformationElement.CAUSE_CODE, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CAUSE_CODE");
    }

    private String written() {
        return room.first(writer.length()).hex();
    }

    private FrameElements read() {
        FrameElements elements = new FrameElements();
        assertThat(elements.parse(room.segment(), room.offset(), writer.length()))
                .isTrue();
        return elements;
    }
}
