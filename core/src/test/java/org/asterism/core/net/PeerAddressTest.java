package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, 4569, 1.2.3.4:4569",
        "255.255.255.255, 0, 255.255.255.255:0",
        "::1, 4569, [::1]:4569",
        "::, 65535, [::]:65535",
        "2001:db8:0:0:1:0:0:1, 1, [2001:db8::1:0:0:1]:1",
        "2001:0db8:0000:0001:0001:0001:0001:0001, 1, [2001:db8:0:1:1:1:1:1]:1",
        "fe80:0:0:0:1:2:3:0, 1, [fe80::1:2:3:0]:1",
        "1:0:0:0:0:0:0:0, 1, [1::]:1",
        "::ffff:10.0.0.1, 7, 10.0.0.1:7"
    })
    void shouldWriteAddressesAsAsteriskDoes(String address, int port, String expected) {
        assertThat(PeerAddress.of(address, port)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 4569", "::1, 4569", "2001:db8::5, 80", "fe80::1%3, 4569"})
    void shouldBeEqualAfterAJourneyThroughTheJdk(String address, int port) {
        PeerAddress peer = PeerAddress.of(address, port);

        assertThat(PeerAddress.of(peer.socketAddress())).isEqualTo(peer).hasSameHashCodeAs(peer);
        assertThat(peer.withPort(port + 1)).isNotEqualTo(peer);
    }

    @Test
    void shouldGiveTheBytesOfTheAddress() {
        assertThat(PeerAddress.of("1.2.3.4", 9).addressBytes()).containsExactly(1, 2, 3, 4);
        assertThat(PeerAddress.of("::1", 9).addressBytes()).hasSize(16).endsWith(0, 1);
        assertThat(PeerAddress.of("200.2.3.4", 9).isIpv4()).isTrue();
        assertThat(PeerAddress.of("::1", 9).isIpv4()).isFalse();
    }

    @Test
    void shouldRefuseNames() {
        assertThatThrownBy(() -> PeerAddress.of("localhost", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeerAddress.of(InetSocketAddress.createUnresolved("example.org", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.org");
    }
}
