package org.asterism.outreg.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.asterism.core.net.PointerResolution;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.ServiceResolution;
import org.asterism.core.testing.TestPbx;
import org.asterism.outreg.sip.RequestHandler.IncomingRequest;
import org.asterism.outreg.sip.location.NameService;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.transport.Hop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an INVITE is; the table is what Asterisk 22 made of the same requests. */
class IncomingCallsTest {
    private static final String CONF = """
        [ip]
        type=endpoint
        [hdr]
        type=endpoint
        [uri]
        type=endpoint
        [ip]
        type=identify
        endpoint=ip
        match=127.0.0.93
        [hdr]
        type=identify
        endpoint=hdr
        match_header=X-Provider: acme
        [hdr2]
        type=identify
        endpoint=hdr
        match_header=X-Regex: /^foo[0-9]+$/
        [uri]
        type=identify
        endpoint=uri
        match_request_uri=sip:special@127.0.0.92:15060
        [uri2]
        type=identify
        endpoint=uri
        match_request_uri=/spec[0-9]+/
        [both]
        type=identify
        endpoint=uri
        match_header=X-Both: 1
        match_request_uri=/zzz/
        """;

    private final Map<String, List<String>> zone = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private RegistrationScenario scenario;
    private HostAddresses hosts;
    private TestPbx pbx;

    /** Answers at once, for a minute. */
    private final class Zone implements NameService {
        @Override
        public void pointers(String domain, Consumer<PointerResolution> callback) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void services(String name, Consumer<ServiceResolution> callback) {
            asked.add(name);
            callback.accept(new ServiceResolution(
                    name,
                    zone.getOrDefault(name, List.of()).stream()
                            .map(host -> new ServiceResolution.Target(host, 5060, 0, 0))
                            .toList(),
                    scenario.registrar.loop().nowMs() + 60_000,
                    ""));
        }

        @Override
        public void addresses(String host, Consumer<Resolution> callback) {
            asked.add(host);
            callback.accept(new Resolution(
                    host,
                    zone.getOrDefault(host, List.of()).stream()
                            .map(InetAddress::ofLiteral)
                            .toList(),
                    scenario.registrar.loop().nowMs() + 60_000,
                    "no such name"));
        }
    }

    private void configure(Path folder, String conf) {
        pbx = new TestPbx(folder);
        scenario = RegistrationScenario.of(conf);
        hosts = new HostAddresses(new Zone(), scenario.registrar.loop());
        scenario.registrar.runUntil(0);
        follow();
    }

    private void follow() {
        hosts.follow(EndpointIdentification.hostsOf(scenario.registrations.configuration()));
    }

    /** The status of the answer: 404 for an endpoint in whose context nothing is there, 403 for a stranger. */
    private int call(String source, String uri, String header) {
        SipRequest.Builder request = SipRequest.builder("INVITE", uri)
                .header("Via", "SIP/2.0/UDP " + source + ":5060;branch=z9hG4bK1")
                .header("From", "<sip:nobody@nowhere>;tag=1")
                .header("To", "<" + uri + ">")
                .header("Call-ID", "1")
                .header("CSeq", "1 INVITE");
        for (String each : header.isEmpty() ? new String[0] : header.split("\\|")) {
            request.header(
                    each.substring(0, each.indexOf(':')),
                    each.substring(each.indexOf(':') + 1).strip());
        }
        List<SipResponse> answers = new ArrayList<>();
        IncomingRequest incoming = new IncomingRequest() {
            @Override
            public SipRequest request() {
                return request.build();
            }

            @Override
            public Hop hop() {
                return new Hop(
                        "udp",
                        Protocol.UDP,
                        new HostPort("127.0.0.92", 15060),
                        new InetSocketAddress(InetAddress.ofLiteral(source), 5060),
                        0);
            }

            @Override
            public void respond(SipResponse response) {
                answers.add(response);
            }
        };
        assertThat(new IncomingCalls(new EndpointIdentification(scenario.registrations, hosts), pbx.dialplan())
                        .handle(incoming))
                .isTrue();
        return answers.getFirst().status();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.93, sip:x@127.0.0.92:15060, '', 404",
        "127.0.0.94, sip:x@127.0.0.92:15060, '', 403",
        "127.0.0.94, sip:x@127.0.0.92:15060, X-Provider: acme, 404",
        "127.0.0.94, sip:x@127.0.0.92:15060, X-Provider: Acme, 403",
        "127.0.0.94, sip:x@127.0.0.92:15060, x-provider:   acme, 404",
        "127.0.0.94, sip:x@127.0.0.92:15060, X-Provider: other|X-Provider: acme, 404",
        "127.0.0.94, sip:x@127.0.0.92:15060, X-Regex: foo12, 404",
        "127.0.0.94, sip:x@127.0.0.92:15060, X-Regex: xfoo12, 403",
        "127.0.0.94, sip:special@127.0.0.92:15060, '', 404",
        "127.0.0.94, sip:special@127.0.0.92:15060;a=b, '', 403",
        "127.0.0.94, sip:aspec7b@127.0.0.92:15060, '', 404",
        "127.0.0.94, sip:x@127.0.0.92:15060, X-Both: 1, 404",
        "127.0.0.94, sip:zzz@127.0.0.92:15060, '', 404",
        "127.0.0.94, sip:zzz@127.0.0.92:15060, X-Both: 1, 404",
    })
    void shouldIdentifyAsAsterisk(String source, String uri, String header, int status, @TempDir Path folder) {
        configure(folder, CONF);

        assertThat(call(source, uri, header)).isEqualTo(status);
    }

    private static String named(String... options) {
        return "[ep]\ntype=endpoint\n[id]\ntype=identify\nendpoint=ep\nmatch=provider.example\n"
                + String.join("\n", options) + "\n";
    }

    @Test
    void shouldKnowHostsByTheirNamesAndTheirServices(@TempDir Path folder) {
        zone.put("provider.example", List.of("192.0.2.1", "2001:db8::1"));
        configure(folder, named());
        assertThat(call("192.0.2.1", "sip:x@here", "")).isEqualTo(404);
        assertThat(call("2001:db8::1", "sip:x@here", "")).isEqualTo(404);
        assertThat(call("192.0.2.2", "sip:x@here", "")).isEqualTo(403);

        zone.put("_sip._tcp.provider.example", List.of("a.provider.example"));
        zone.put("_sips._tcp.provider.example", List.of("b.provider.example"));
        zone.put("a.provider.example", List.of("192.0.2.2"));
        zone.put("b.provider.example", List.of("192.0.2.3"));
        scenario.registrar.runUntil(62);
        assertThat(call("192.0.2.1", "sip:x@here", "")).isEqualTo(403);
        assertThat(call("192.0.2.2", "sip:x@here", "")).isEqualTo(404);
        assertThat(call("192.0.2.3", "sip:x@here", "")).isEqualTo(404);

        zone.clear();
        scenario.registrar.runUntil(124);
        assertThat(call("192.0.2.3", "sip:x@here", "")).as("known last").isEqualTo(404);
    }

    @Test
    void shouldAskForNoServicesWhereTheyDoNotCountAndForNothingOnceItIsGone(@TempDir Path folder) {
        zone.put("provider.example", List.of("192.0.2.1"));
        configure(folder, named("srv_lookups=no"));
        assertThat(asked).containsExactly("provider.example");
        assertThat(call("192.0.2.1", "sip:x@here", "")).isEqualTo(404);

        scenario.reload("[ep]\ntype=endpoint\n");
        scenario.registrar.runUntil(1);
        follow();
        scenario.registrar.runUntil(200);
        assertThat(asked).hasSize(1);
        assertThat(call("192.0.2.1", "sip:x@here", "")).isEqualTo(403);
    }
}
