package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressAndTimeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "127.0.83.2, 14570, 020038ea7f0053020000000000000000",
        "255.255.255.255, 65535, 0200ffffffffffff0000000000000000",
        "2001:db8::1, 4569, 0a0011d90000000020010db800000000000000000000000100000000",
    })
    void shouldLayOutAddressesAsLittleEndianLinuxDoes(String host, int port, String hex) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        Datagram room = Datagram.room(ApparentAddress.length(address));

        ApparentAddress.encode(address, room.segment(), room.offset());

        assertThat(room.hex()).isEqualTo(hex);
        assertThat(room.isIntactAround()).isTrue();
        assertThat(ApparentAddress.decode(room.segment(), room.offset(), room.length()))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "020011d97f000001",
                "000211d97f0000010000000000000000",
                "0a0011d97f0000010000000000000000",
                "020011d90000000020010db800000000000000000000000100000000",
            })
    void shouldRefuseWhatIsNoAddress(String hex) {
        Datagram datagram = Datagram.ofHex(hex);

        assertThat(ApparentAddress.decode(datagram.segment(), datagram.offset(), datagram.length()))
                .isNull();
    }

    @Test
    void shouldRefuseUnresolvedNames() {
        Datagram room = Datagram.room(ApparentAddress.IPV6_LENGTH);
        InetSocketAddress name = InetSocketAddress.createUnresolved("pbx.example", 4569);

        assertThatThrownBy(() -> ApparentAddress.encode(name, room.segment(), room.offset()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pbx.example");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0x35754a5e, 2026-11-21T09:18:60, 2026-11-21  09:18:60",
        "0x35754a4e, 2026-11-21T09:18:28, 2026-11-21  09:18:28",
        "0x34747bc7, 2026-03-20T15:30:14, 2026-03-20  15:30:14",
        "0x00210000, 2000-01-01T00:00:00, 2000-01-01  00:00:00",
        "0xffffffff, -, 2127-15-31  31:63:62",
        "0x00000000, -, 2000-00-00  00:00:00",
    })
    void shouldReadDateTime(long value, String time, String printed) {
        assertThat(DateTimeElement.print(value)).isEqualTo(printed);
        if (time.endsWith(":60") || time.equals("-")) {
            assertThat(DateTimeElement.decode(value)).isNull();
        } else {
            LocalDateTime expected = LocalDateTime.parse(time);
            assertThat(DateTimeElement.decode(value)).isEqualTo(expected);
            assertThat(DateTimeElement.encode(expected.plusSeconds(1))).isEqualTo(value);
        }
    }
}
