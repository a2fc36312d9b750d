package org.asterism.outreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.outreg.registration.RegistrationScenario.AUTH;
import static org.asterism.outreg.registration.RegistrationScenario.section;
import static org.asterism.outreg.registration.ScriptedRegistrar.response;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipHeader;
import org.asterism.outreg.sip.message.SipRequest;
import org.junit.jupiter.api.Test;

/** Header for header what Asterisk 22 sends; Via, Route and Content-Length are the stack's. */
class RegisterAnatomyTest {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String ENDPOINT = "[ep1]\ntype=endpoint\n";

    private static String text(SipRequest request) {
        return String.join(
                "\n",
                Stream.concat(
                                Stream.of(request.startLine()),
                                request.headers().stream().map(SipHeader::toString))
                        .toList());
    }

    private static RegistrationScenario registered(String text) {
        RegistrationScenario scenario = RegistrationScenario.of(text);
        scenario.registrar.answers(ScriptedRegistrar::grant);
        scenario.registrar.runUntil(2);
        return scenario;
    }

    private static String contact(String... options) {
        return registered(section(options) + ENDPOINT).registrar.last().header("Contact");
    }

    @Test
    void theFirstRequest() {
        assertThat(text(registered(section()).registrar.last())).matches("""
            REGISTER sip:127\\.0\\.0\\.1:17090 SIP/2\\.0
            From: <sip:ok@127\\.0\\.0\\.1>;tag=UUID
            To: <sip:ok@127\\.0\\.0\\.1>
            Call-ID: UUID
            CSeq: [0-9]{1,5} REGISTER
            Contact: <sip:inbound-calls@127\\.0\\.0\\.1:17060>
            Expires: 3600
            Allow: OPTIONS, REGISTER, SUBSCRIBE, NOTIFY, PUBLISH, INVITE, ACK, BYE, CANCEL, UPDATE, PRACK, MESSAGE, INFO, REFER
            Max-Forwards: 70
            User-Agent: Asterism PBX test\
            """.replace("UUID", UUID));
    }

    @Test
    void theOneThatUnregisters() {
        RegistrationScenario scenario = registered(section());
        scenario.registrations.find("x").unregister();
        scenario.registrar.runUntil(3);

        assertThat(text(scenario.registrar.last())).matches("""
            REGISTER sip:127\\.0\\.0\\.1:17090 SIP/2\\.0
            From: <sip:ok@127\\.0\\.0\\.1>;tag=UUID
            To: <sip:ok@127\\.0\\.0\\.1>
            Call-ID: UUID
            CSeq: [0-9]{1,5} REGISTER
            Contact: <sip:inbound-calls@127\\.0\\.0\\.1:17060>
            Expires: 0
            Max-Forwards: 70
            User-Agent: Asterism PBX test\
            """.replace("UUID", UUID));
    }

    @Test
    void callIdStaysSequenceGrowsAndTheTagLastsOneCycle() {
        RegistrationScenario scenario = RegistrationScenario.of(section("outbound_auth=alice", "expiration=20") + AUTH);
        scenario.registrar.answers(request -> request.header("Authorization") == null
                ? response(request, 401, "WWW-Authenticate", "Digest realm=\"asterisk\",nonce=\"n\"")
                : ScriptedRegistrar.grant(request));
        scenario.registrar.runUntil(12);

        List<SipRequest> sent = scenario.registrar.received().stream()
                .map(ScriptedRegistrar.Received::request)
                .toList();
        assertThat(sent).hasSize(4);
        assertThat(sent.stream().map(SipRequest::callId).distinct()).hasSize(1);
        assertThat(sent.stream().map(each -> each.from().tag()).distinct()).hasSize(2);
        assertThat(sent.get(0).from().tag()).isEqualTo(sent.get(1).from().tag());
        for (int i = 1; i < sent.size(); i++) {
            assertThat(sent.get(i).cseq().number())
                    .isEqualTo(sent.get(i - 1).cseq().number() + 1);
        }
        assertThat(sent.get(1).headers().getLast().name()).isEqualTo("Authorization");
    }

    @Test
    void contactVariants() {
        assertThat(contact("contact_user=")).isEqualTo("<sip:s@127.0.0.1:17060>");
        assertThat(contact("line=yes", "endpoint=ep1"))
                .matches("<sip:inbound-calls@127\\.0\\.0\\.1:17060;line=[a-z]{7}>");
        assertThat(contact("contact_header_params=+sip.instance=\"<urn:uuid:1>\"\\;reg-id=1"))
                .isEqualTo("<sip:inbound-calls@127.0.0.1:17060>;+sip.instance=\"<urn:uuid:1>\";reg-id=1");
    }

    @Test
    void overTcpContactSaysSo() {
        RegistrationScenario scenario =
                RegistrationScenario.of(section("server_uri=sip:127.0.0.1:17090\\;transport=tcp"));
        scenario.registrar.speaks(Protocol.TCP);
        scenario.registrar.runUntil(2);

        assertThat(scenario.registrar.last().uri()).isEqualTo("sip:127.0.0.1:17090;transport=tcp");
        assertThat(scenario.registrar.last().header("Contact"))
                .isEqualTo("<sip:inbound-calls@127.0.0.1:17060;transport=TCP>");
    }

    @Test
    void fromAndToLackPortAndTransport() {
        SipRequest request = registered(section("client_uri=sip:c@example.com:5070\\;transport=tcp"))
                .registrar
                .last();

        assertThat(request.header("To")).isEqualTo("<sip:c@example.com>");
        assertThat(request.header("From")).startsWith("<sip:c@example.com>;tag=");
    }

    @Test
    void supportedAndUserAgent() {
        SipRequest request = registered(section("support_path=yes", "support_outbound=yes", "user_agent=Foo/1.0"))
                .registrar
                .last();

        assertThat(request.headers().stream().map(SipHeader::toString).toList())
                .containsSubsequence("Supported: path, outbound", "User-Agent: Foo/1.0", "Max-Forwards: 70");
        assertThat(request.lines("User-Agent")).hasSize(1);
    }

    @Test
    void anOutboundProxyIsARoute() {
        RegistrationScenario scenario = registered(section("outbound_proxy=sip:127.0.0.2:5060\\;lr"));

        assertThat(scenario.registrar.received().getLast().routes()).containsExactly("sip:127.0.0.2:5060;lr");
        assertThat(scenario.registrar.last().uri()).isEqualTo("sip:127.0.0.1:17090");
    }

    @Test
    void mediaSecurityIsOfferedThenVerified() {
        RegistrationScenario scenario = RegistrationScenario.of(section(
                "security_negotiation=mediasec", "security_mechanisms=sdes-srtp\\;mediasec,dtls-srtp\\;mediasec"));
        scenario.registrar.answers(request -> request.header("Security-Verify") == null
                ? response(
                        request, 494, "Security-Server", "msrp-tls;mediasec", "Security-Server", "sdes-srtp;mediasec")
                : ScriptedRegistrar.grant(request));
        scenario.registrar.runUntil(2);

        assertThat(scenario.registrar.received()).hasSize(2);
        SipRequest first = scenario.registrar.received().getFirst().request();
        assertThat(first.lines("Security-Client")).containsExactly("sdes-srtp;mediasec", "dtls-srtp;mediasec");
        assertThat(first.lines("Require")).containsExactly("mediasec");
        assertThat(first.lines("Proxy-Require")).containsExactly("mediasec");
        assertThat(scenario.registrar.last().lines("Security-Verify"))
                .containsExactly("msrp-tls;mediasec", "sdes-srtp;mediasec");
        assertThat(scenario.registrar.last().lines("Security-Client")).isEmpty();
        assertThat(scenario.status()).isEqualTo("Registered");
    }

    @Test
    void securityThatNobodyCanAgreeOnIsNoStorm() {
        RegistrationScenario scenario =
                RegistrationScenario.of(section("security_negotiation=mediasec", "security_mechanisms=a"));
        scenario.registrar.answers(494);

        scenario.registrar.runUntil(60);

        assertThat(scenario.registrar.received()).hasSizeLessThan(3);
        assertThat(scenario.status()).isEqualTo("Rejected");
    }
}
