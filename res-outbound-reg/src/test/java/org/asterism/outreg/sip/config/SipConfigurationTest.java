package org.asterism.outreg.sip.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.outreg.sip.digest.Algorithm;
import org.asterism.outreg.sip.message.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipConfigurationTest {
    private static SipConfiguration read(String text) throws ConfigException {
        return SipConfigurationReader.read(ConfigFile.ofText("pjsip.conf", text), "Asterism PBX");
    }

    private static TransportSettings transport(String options) throws ConfigException {
        SipConfiguration read = read("[t]\ntype=transport\n" + options);
        assertThat(read.problems()).isEmpty();
        return read.transports().getFirst();
    }

    @Test
    void shouldHaveAsterisksDefaults() throws ConfigException {
        GlobalSettings settings = read("").settings();

        assertThat(settings)
                .isEqualTo(new GlobalSettings(
                        500,
                        32_000,
                        "Asterism PBX",
                        70,
                        Duration.ofSeconds(90),
                        "asterisk",
                        List.of(Algorithm.MD5),
                        List.of(Algorithm.MD5),
                        "no"));
    }

    @Test
    void shouldReadTimesAndNames() throws ConfigException {
        GlobalSettings settings = read("""
            [s]
            type = system
            timer_t1 = 200
            timer_b = 12800
            [g]
            type = global
            user_agent = Foo/1.0
            max_forwards = 20
            keep_alive_interval = 0
            default_auth_algorithms_uac = SHA-256, md5
            debug = 192.0.2.1
            [x]
            type = endpoint
            context = default
            """).settings();

        assertThat(settings.t1()).isEqualTo(200);
        assertThat(settings.transactionTimeout()).isEqualTo(12_800);
        assertThat(settings.userAgent()).isEqualTo("Foo/1.0");
        assertThat(settings.maxForwards()).isEqualTo(20);
        assertThat(settings.keepAliveInterval()).isZero();
        assertThat(settings.algorithmsUac()).containsExactly(Algorithm.SHA_256, Algorithm.MD5);
        assertThat(settings.debug()).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,udp,0.0.0.0/0.0.0.0:5060",
        "192.0.2.1:5070,tcp,/192.0.2.1:5070",
        "192.0.2.1,tls,/192.0.2.1:5061",
        "[2001:db8::1]:5070,udp,/[2001:db8:0:0:0:0:0:1]:5070",
        "2001:db8::1,udp,/[2001:db8:0:0:0:0:0:1]:5060"
    })
    void shouldReadBind(String bind, String protocol, String address) throws ConfigException {
        assertThat(transport("bind=" + bind + "\nprotocol=" + protocol).bind().toString())
                .isEqualTo(address.replace("0.0.0.0/0.0.0.0", "/0.0.0.0"));
    }

    @Test
    void shouldInheritFromTemplates() throws ConfigException {
        SipConfiguration read = read("""
            [basis](!)
            type = transport
            bind = 192.0.2.1
            tos = cs3
            [a](basis)
            protocol = tcp
            [b](basis)
            """);

        assertThat(read.transports())
                .extracting(TransportSettings::name, TransportSettings::protocol, TransportSettings::tos)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("a", Protocol.TCP, 96),
                        org.assertj.core.api.Assertions.tuple("b", Protocol.UDP, 96));
    }

    @Test
    void shouldKnowWhoIsInside() throws ConfigException {
        TransportSettings behindNat = transport("""
            bind = 10.0.0.1
            external_signaling_address = 203.0.113.7
            local_net = 10.0.0.0/8
            local_net = 192.168.0.0/255.255.0.0
            """);

        assertThat(behindNat.isLocal(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(behindNat.isLocal(InetAddress.ofLiteral("192.168.7.7"))).isTrue();
        assertThat(behindNat.isLocal(InetAddress.ofLiteral("198.51.100.1"))).isFalse();
        assertThat(transport("bind=10.0.0.1").isLocal(InetAddress.ofLiteral("198.51.100.1")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "protocol=udp|pjsip.conf:1: transport 't' has no bind",
                "bind=nonsense:x|pjsip.conf:3: bind must be an address",
                "bind=0.0.0.0;protocol=ws|pjsip.conf:4: option 'protocol' cannot be 'ws'",
                "bind=0.0.0.0;local_net=10/8x|pjsip.conf:4: local_net must be a network",
                "bind=0.0.0.0;tos=zz|pjsip.conf:4: option 'tos' cannot be 'zz'",
                "bind=0.0.0.0;protocol=tls;cert_file=/nosuch.pem|pjsip.conf:5: cert_file /nosuch.pem is missing",
            })
    void shouldLeaveOutATransportThatCannotBeUsedAndSayWhere(String options, String message) throws ConfigException {
        SipConfiguration read = read("[t]\ntype=transport\n" + options.replace(';', '\n'));

        assertThat(read.transports()).isEmpty();
        assertThat(read.problems())
                .extracting(ConfigProblem::message)
                .anySatisfy(each -> assertThat(each).startsWith(message));
    }

    @Test
    void shouldTellUnknownOptionsAndTransportsOfOneName() throws ConfigException {
        SipConfiguration read = read("""
            [t]
            type = transport
            bind = 192.0.2.1
            externl_signaling_address = 1.2.3.4
            [t]
            type = transport
            bind = 192.0.2.2
            """);

        assertThat(read.transports()).hasSize(1);
        assertThat(read.problems())
                .extracting(ConfigProblem::message)
                .anyMatch(each -> each.contains("did you mean 'external_signaling_address'"))
                .anyMatch(each -> each.startsWith("pjsip.conf:5:") && each.contains("already"));
    }

    @Test
    void shouldNotShowThePasswordOfAKey() throws ConfigException {
        SipConfiguration read = read("[t]\ntype=transport\nprotocol=tls\nbind=192.0.2.1\npassword=hidden\n");

        assertThat(read.transports().getFirst().toString()).doesNotContain("hidden");
    }
}
