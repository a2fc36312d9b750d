package org.asterism.outreg.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.asterism.core.config.ConfigFile;
import org.asterism.outreg.sip.config.SipConfigurationReader;
import org.asterism.outreg.sip.config.TransportSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bind=127.0.0.9|127.0.0.1|127.0.0.9:5060",
                "bind=0.0.0.0|127.0.0.7|127.0.0.1:5060",
                "bind=[::]|::1|[::1]:5060",
                "bind=10.0.0.1,external_signaling_address=203.0.113.7|198.51.100.1|203.0.113.7:5060",
                "bind=10.0.0.1,external_signaling_address=pbx.example.org,external_signaling_port=5070|198.51.100.1"
                        + "|pbx.example.org:5070",
                "bind=10.0.0.1,external_signaling_address=203.0.113.7,local_net=10.0.0.0/8|10.9.9.9|10.0.0.1:5060",
                "bind=10.0.0.1,external_signaling_address=203.0.113.7,local_net=10.0.0.0/8|198.51.100.1"
                        + "|203.0.113.7:5060",
                "bind=[2001:db8::1],external_signaling_address=2001:db8::7|2001:db8::9|[2001:db8::7]:5060",
            })
    void shouldTellEachRemoteWhereItReachesUs(String options, String remote, String expected) throws Exception {
        TransportSettings settings = SipConfigurationReader.read(
                        ConfigFile.ofText("pjsip.conf", "[t]\ntype=transport\n" + options.replace(',', '\n')), "x")
                .transports()
                .getFirst();
        LocalAddress local = new LocalAddress(settings, settings.bind());
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(remote), 5060);

        assertThat(local.advertisedTo(address)).hasToString(expected);
        assertThat(local.advertisedTo(address)).hasToString(expected);
    }
}
