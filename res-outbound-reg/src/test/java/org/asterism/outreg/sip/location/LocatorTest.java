package org.asterism.outreg.sip.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.asterism.core.net.PointerResolution;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.ServiceResolution;
import org.asterism.core.net.dns.NamingPointer;
import org.asterism.outreg.sip.location.Locator.Located;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatorTest {
    private final Zone zone = new Zone();
    private List<Protocol> spoken = List.of(Protocol.UDP, Protocol.TCP, Protocol.TLS);

    /** A DNS that knows what it was told, and what it was asked. */
    private static final class Zone implements NameService {
        private final Map<String, List<NamingPointer>> pointers = new HashMap<>();
        private final Map<String, List<ServiceResolution.Target>> services = new HashMap<>();
        private final Map<String, List<InetAddress>> addresses = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        void address(String host, String... literals) {
            addresses.put(
                    host, Arrays.stream(literals).map(InetAddress::ofLiteral).toList());
        }

        void service(String name, ServiceResolution.Target... targets) {
            services.put(name, List.of(targets));
        }

        @Override
        public void pointers(String domain, Consumer<PointerResolution> callback) {
            asked.add("NAPTR " + domain);
            callback.accept(new PointerResolution(domain, pointers.getOrDefault(domain, List.of()), 0, ""));
        }

        @Override
        public void services(String name, Consumer<ServiceResolution> callback) {
            asked.add("SRV " + name);
            callback.accept(new ServiceResolution(name, services.getOrDefault(name, List.of()), 0, ""));
        }

        @Override
        public void addresses(String host, Consumer<Resolution> callback) {
            asked.add("A " + host);
            List<InetAddress> found = addresses.getOrDefault(host, List.of());
            callback.accept(new Resolution(host, found, 0, found.isEmpty() ? "no such name" : ""));
        }
    }

    private Located locate(String uri, Protocol preset) {
        List<Located> found = new ArrayList<>();
        new Locator(zone, new Random(1))
                .locate(
                        SipUri.parse(uri),
                        preset,
                        (protocol, address) ->
                                spoken.contains(protocol) && (address == null || address.getAddress().length == 4),
                        found::add);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> targets(String uri) {
        return locate(uri, null).targets().stream().map(Target::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "sip:192.0.2.1,UDP:192.0.2.1:5060",
        "sip:192.0.2.1:5070;transport=tcp,TCP:192.0.2.1:5070",
        "sip:192.0.2.1;transport=tls,TLS:192.0.2.1:5061",
        "sips:192.0.2.1,TLS:192.0.2.1:5061",
        "sips:192.0.2.1;transport=tcp,TLS:192.0.2.1:5061",
        "sip:example.org;maddr=192.0.2.9,UDP:192.0.2.9:5060"
    })
    void shouldTakeAddressesAsTheyAre(String uri, String target) {
        assertThat(targets(uri)).containsExactly(target);
        assertThat(zone.asked).isEmpty();
    }

    @Test
    void shouldLookUpANameWithAPortAsAHost() {
        zone.address("example.org", "192.0.2.1", "192.0.2.2");

        assertThat(targets("sip:example.org:5070;transport=tcp"))
                .containsExactly("TCP:192.0.2.1:5070", "TCP:192.0.2.2:5070");
        assertThat(zone.asked).containsExactly("A example.org");
    }

    @Test
    void shouldAskForTheServiceOfTheTransportThatIsSaid() {
        zone.service(
                "_sip._tcp.example.org",
                new ServiceResolution.Target("b.example.org", 5071, 20, 0),
                new ServiceResolution.Target("a.example.org", 5070, 10, 0));
        zone.address("a.example.org", "192.0.2.1");
        zone.address("b.example.org", "192.0.2.2");

        assertThat(targets("sip:example.org;transport=tcp"))
                .containsExactly("TCP:192.0.2.1:5070", "TCP:192.0.2.2:5071");
    }

    @Test
    void shouldFollowTheDomainsOwnOrderOfServices() {
        zone.pointers.put(
                "example.org",
                List.of(
                        new NamingPointer(10, 1, "s", "SIPS+D2T", "_sips._tcp.example.org"),
                        new NamingPointer(10, 2, "s", "SIP+D2U", "_sip._udp.example.org"),
                        new NamingPointer(10, 3, "s", "SIP+D2W", "_sip._ws.example.org")));
        zone.service("_sips._tcp.example.org", new ServiceResolution.Target("a.example.org", 5061, 0, 0));
        zone.service("_sip._udp.example.org", new ServiceResolution.Target("a.example.org", 5060, 0, 0));
        zone.address("a.example.org", "192.0.2.1");

        assertThat(targets("sip:example.org")).containsExactly("TLS:192.0.2.1:5061", "UDP:192.0.2.1:5060");

        spoken = List.of(Protocol.UDP);
        assertThat(targets("sip:example.org")).containsExactly("UDP:192.0.2.1:5060");
    }

    @Test
    void shouldAskForServicesAndAtLastForTheHostWhereTheDomainSaysNothing() {
        zone.address("example.org", "192.0.2.1");

        assertThat(targets("sip:example.org")).containsExactly("UDP:192.0.2.1:5060");
        assertThat(zone.asked)
                .containsExactly(
                        "NAPTR example.org",
                        "SRV _sip._udp.example.org",
                        "SRV _sip._tcp.example.org",
                        "SRV _sips._tcp.example.org",
                        "A example.org");
    }

    @Test
    void shouldGoByTheTransportOfTheConfigurationWhereTheUriLeavesItOpen() {
        zone.address("example.org", "192.0.2.1");

        assertThat(locate("sip:example.org", Protocol.TLS).targets())
                .extracting(Target::toString)
                .containsExactly("TLS:192.0.2.1:5061");
        assertThat(locate("sip:example.org", Protocol.TLS).targets().getFirst().serverName())
                .isEqualTo("example.org");
    }

    @Test
    void shouldLeaveOutAddressesThatNoTransportReaches() {
        zone.address("example.org", "2001:db8::1", "192.0.2.1");
        assertThat(targets("sip:example.org:5060")).containsExactly("UDP:192.0.2.1:5060");

        zone.address("example.org", "2001:db8::1");
        assertThat(locate("sip:example.org:5060", null).problem())
                .contains("no transport")
                .contains("2001:db8");
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThat(locate("sip:nosuch.invalid:5060", null).problem()).contains("nosuch.invalid");
        assertThat(locate("sip:192.0.2.1;transport=sctp", null).problem()).contains("sctp");
    }

    @Test
    void shouldNotFollowADomainThatNamesWithoutEnd() {
        ServiceResolution.Target[] many = new ServiceResolution.Target[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = new ServiceResolution.Target("h" + i + ".example.org", 5060, i, 0);
            zone.address("h" + i + ".example.org", "192.0.2." + i % 250);
        }
        zone.service("_sip._udp.example.org", many);

        assertThat(targets("sip:example.org;transport=udp")).hasSize(32);
        assertThat(zone.asked).hasSizeLessThan(40);
    }
}
