package org.asterism.outreg.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import io.pkts.packet.sip.header.ViaHeader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Random;
import javax.sip.header.ContactHeader;
import org.asterism.outreg.sip.digest.Algorithm;
import org.asterism.outreg.sip.digest.Authenticator;
import org.asterism.outreg.sip.digest.Credentials;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.NameAddress;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipMessage;
import org.asterism.outreg.sip.message.SipParser;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Hop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our messages read by JAIN SIP's and pkts.io's parsers, and what they write read by ours. */
class OtherParsersTest {
    private static final Random RANDOM = new Random(3);

    private static SipRequest register(Protocol protocol, SipUri contact, List<SipUri> routes) {
        Hop hop = new Hop(
                "t",
                protocol,
                new HostPort(contact.host(), 5060),
                new java.net.InetSocketAddress(java.net.InetAddress.ofLiteral("192.0.2.1"), 5060),
                1);
        SipUri uri = SipUri.parse("sip:registrar.example.org");
        SipRequest draft = SipRequest.builder("REGISTER", uri.toString())
                .header("From", NameAddress.parse("\"A \\\"B\\\" C\" <sip:alice@example.org>;tag=f"))
                .header("To", "<sip:alice@example.org>")
                .header("Call-ID", "2e3bd0d0-4f43-4c5f-a8ee-9df715e06cb1")
                .header("CSeq", "23460 REGISTER")
                .header(
                        "Contact",
                        NameAddress.of(
                                contact,
                                org.asterism.outreg.sip.message.Parameters.parse(
                                        "+sip.instance=\"<urn:uuid:1>\";reg-id=1")))
                .header("Expires", "3600")
                .header("Supported", "path, outbound")
                .header("Allow", "OPTIONS, REGISTER, INVITE, ACK")
                .header("Max-Forwards", "70")
                .header("User-Agent", "Asterism PBX 0.1")
                .build();
        SipRequest request = Route.of(uri, routes).applied(draft, new Branches(RANDOM).via(hop));
        SipResponse challenge = SipResponse.to(request, 401, "Unauthorized")
                .header("WWW-Authenticate", "Digest realm=\"a, b\", nonce=\"n\", opaque=\"o\", qop=\"auth,auth-int\"")
                .build();
        return request.with(
                "Authorization",
                new Authenticator(RANDOM)
                        .answer(
                                request,
                                challenge,
                                List.of(new Credentials(
                                        "a", "alice", "s", java.util.Map.of(), "", List.of(Algorithm.MD5))))
                        .headers()
                        .getFirst()
                        .value());
    }

    static List<SipRequest> requests() {
        return List.of(
                register(
                        Protocol.UDP,
                        SipUri.of("inbound calls", HostPort.parse("192.0.2.9:5060"))
                                .with("line", "abc"),
                        List.of()),
                register(
                        Protocol.TCP,
                        SipUri.of("s", HostPort.parse("[2001:db8::9]:5060")).with("transport", "TCP"),
                        List.of(SipUri.parse("sip:proxy.example.org:5070;lr"), SipUri.parse("sip:b.example.org;lr"))),
                register(
                        Protocol.TLS,
                        SipUri.of("", HostPort.parse("pbx.example.org:5061")),
                        List.of(SipUri.parse("sip:strict.example.org"))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldWriteWhatJainSipReads(SipRequest ours) throws ParseException {
        SIPRequest theirs =
                (SIPRequest) new StringMsgParser().parseSIPMessage(ours.encode(), true, true, (e, _, _, header, _) -> {
                    throw new IllegalArgumentException(header, e);
                });

        RequestLine line = theirs.getRequestLine();
        assertThat(line.getUri().toString()).isEqualTo(ours.uri());
        assertThat(theirs.getTopmostVia().getBranch()).isEqualTo(ours.topVia().branch());
        assertThat(theirs.getTopmostVia().getHost())
                .isEqualTo(ours.topVia().sentBy().host());
        assertThat(theirs.getTopmostVia().hasParameter("rport")).isTrue();
        assertThat(theirs.getCallId().getCallId()).isEqualTo(ours.callId());
        assertThat(theirs.getCSeq().getSeqNumber()).isEqualTo(23460);
        assertThat(theirs.getFrom().getTag()).isEqualTo("f");
        assertThat(
                        theirs.getRouteHeaders() == null
                                ? 0
                                : theirs.getRouteHeaders().size())
                .isEqualTo(ours.values("Route").size());
        ContactHeader contact = (ContactHeader) theirs.getContactHeaders().getFirst();
        assertThat(contact.getAddress().getURI().toString())
                .isEqualTo(ours.addresses("Contact").getFirst().uri());
        assertThat(theirs.getAuthorization().getRealm()).isEqualTo("a, b");
        assertThat(theirs.getAuthorization().getResponse()).hasSize(32);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldReadWhatJainSipWrites(SipRequest ours) throws ParseException {
        SIPMessage theirs = new StringMsgParser().parseSIPMessage(ours.encode(), true, true, null);

        byte[] written = theirs.encode().getBytes(StandardCharsets.UTF_8);
        SipParser.Parsed again = SipParser.parseDatagram(written, written.length);

        assertThat(again.problem()).isNull();
        SipRequest read = (SipRequest) again.message();
        assertThat(read.uri()).isEqualTo(ours.uri());
        assertThat(read.topVia().branch()).isEqualTo(ours.topVia().branch());
        assertThat(read.from().displayName()).isEqualTo("A \"B\" C");
        assertThat(read.values("Route")).isEqualTo(ours.values("Route"));
        assertThat(read.values("Supported")).containsExactly("path", "outbound");
        assertThat(read.addresses("Contact").getFirst().parameters().get("+sip.instance"))
                .isEqualTo("<urn:uuid:1>");
    }

    /** pkts.io takes IPv6 addresses only with all eight groups. */
    static List<SipRequest> requestsWithoutIpv6() {
        return requests().stream()
                .filter(each -> !each.topVia().sentBy().host().startsWith("["))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("requestsWithoutIpv6")
    void shouldWriteWhatPktsReads(SipRequest ours) throws Exception {
        io.pkts.packet.sip.SipMessage theirs = io.pkts.packet.sip.SipMessage.frame(ours.encode());

        assertThat(theirs.getMethod().toString()).isEqualTo("REGISTER");
        ViaHeader via = theirs.getViaHeader();
        assertThat(via.getBranch().toString()).isEqualTo(ours.topVia().branch());
        assertThat(via.getTransport().toString()).isEqualTo(ours.topVia().transport());
        assertThat(theirs.getCallIDHeader().getCallId().toString()).isEqualTo(ours.callId());
        assertThat(theirs.getCSeqHeader().getSeqNumber()).isEqualTo(23460);
        assertThat(theirs.getFromHeader().getTag().toString()).isEqualTo("f");
    }

    @Test
    void shouldMakeResponsesThatOthersRead() throws Exception {
        SipMessage response = SipResponse.to(requests().getFirst(), 200, "OK")
                .toTag("t")
                .header("Contact", "<sip:s@192.0.2.9>;expires=60")
                .build();

        gov.nist.javax.sip.message.SIPResponse theirs = (gov.nist.javax.sip.message.SIPResponse)
                new StringMsgParser().parseSIPMessage(response.encode(), true, true, null);
        assertThat(theirs.getStatusCode()).isEqualTo(200);
        assertThat(theirs.getTo().getTag()).isEqualTo("t");
        assertThat(io.pkts.packet.sip.SipMessage.frame(response.encode())
                        .toResponse()
                        .getStatus())
                .isEqualTo(200);
    }
}
