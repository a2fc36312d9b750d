package org.asterism.outreg.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asterism.core.config.ConfigException;
import org.asterism.outreg.sip.ResponseListener.Cause;
import org.asterism.outreg.sip.TestStack.Outcome;
import org.asterism.outreg.sip.digest.Algorithm;
import org.asterism.outreg.sip.digest.Authenticator;
import org.asterism.outreg.sip.digest.Credentials;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Hop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class SipEngineTest {
    private static final String CLIENT = """
        [system]
        type = system
        timer_t1 = 100
        timer_b = 60000
        [udp]
        type = transport
        bind = 127.0.0.1:0
        [tcp]
        type = transport
        protocol = tcp
        bind = 127.0.0.1:0
        [udp6]
        type = transport
        bind = [::1]:0
        """;
    private static final String SERVER = """
        [udp]
        type = transport
        bind = 127.0.0.2:0
        [tcp]
        type = transport
        protocol = tcp
        bind = 127.0.0.2:0
        [udp6]
        type = transport
        bind = [::1]:0
        """;

    private TestStack client;
    private TestStack server;

    @BeforeEach
    void start() throws IOException, ConfigException {
        client = new TestStack(CLIENT);
        server = new TestStack(SERVER);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"udp,127.0.0.2,''", "tcp,127.0.0.2,;transport=tcp", "udp6,[::1],''"})
    void shouldSendARequestAndGetItsAnswer(String transport, String host, String parameters) {
        String uri = "sip:" + host + ":" + server.port(transport) + parameters;

        Outcome outcome = TestStack.join(client.send("OPTIONS", uri));

        assertThat(outcome.status()).isEqualTo(200);
        Hop hop = outcome.exchange().hop();
        assertThat(hop.transport()).isEqualTo(transport);
        assertThat(hop.advertised().port()).isEqualTo(client.port(transport));
        SipResponse response = outcome.exchange().response();
        assertThat(response.topVia().parameters().get("received")).isNotNull();
        assertThat(response.topVia().parameters().get("rport")).isNotEmpty();
        assertThat(response.to().tag()).isNotNull();
        assertThat(response.header("Allow")).contains("OPTIONS");
    }

    @Test
    void shouldUseOneConnectionForManyRequests() {
        String uri = "sip:127.0.0.2:" + server.port("tcp") + ";transport=tcp";

        List<CompletableFuture<Outcome>> all = java.util.stream.IntStream.range(0, 50)
                .mapToObj(_ -> client.send("OPTIONS", uri))
                .toList();

        assertThat(all.stream()
                        .map(TestStack::join)
                        .map(each -> each.exchange().hop().connection()))
                .hasSize(50)
                .containsOnly(TestStack.join(all.getFirst()).exchange().hop().connection());
    }

    @Test
    void shouldLetHandlersAnswerBeforeItself() {
        server.engine().addRequestHandler(request -> {
            if (request.request().method().equals("REGISTER")) {
                request.respond(403, "Forbidden");
                return true;
            }
            return false;
        });
        String uri = "sip:127.0.0.2:" + server.port("udp");

        assertThat(TestStack.join(client.send("REGISTER", uri)).status()).isEqualTo(403);
        assertThat(TestStack.join(client.send("OPTIONS", uri)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"INVITE,404", "BYE,481", "SUBSCRIBE,405", "FROBNICATE,501", "CANCEL,481"})
    void shouldAnswerHonestlyWhatNobodyTakes(String method, int status) {
        String uri = "sip:127.0.0.2:" + server.port("udp");

        assertThat(TestStack.join(client.send(method, uri)).status()).isEqualTo(status);
    }

    @Test
    void shouldAuthenticateAgainstAChallenge() {
        server.engine().addRequestHandler(request -> {
            SipRequest received = request.request();
            String proof = received.header("Authorization");
            request.respond(
                    proof != null && proof.contains("username=\"alice\"") && proof.contains("qop=auth")
                            ? SipResponse.to(received, 200, "OK").build()
                            : SipResponse.to(received, 401, "Unauthorized")
                                    .header("WWW-Authenticate", "Digest realm=\"x\", nonce=\"n\", qop=\"auth\"")
                                    .build());
            return true;
        });
        String uri = "sip:127.0.0.2:" + server.port("udp");
        Outcome challenged = TestStack.join(client.send("REGISTER", uri));
        Authenticator.Answer answer = new Authenticator(new java.util.Random(1))
                .answer(
                        challenged.exchange().request(),
                        challenged.exchange().response(),
                        List.of(new Credentials(
                                "a", "alice", "secret", java.util.Map.of(), "", List.of(Algorithm.MD5))));

        Outcome outcome = TestStack.join(client.send(new OutgoingRequest(
                SipUri.parse(uri),
                List.of(),
                "udp",
                challenged.exchange().hop(),
                hop -> client.draft("REGISTER", uri, hop)
                        .with(
                                answer.headers().getFirst().name(),
                                answer.headers().getFirst().value()))));

        assertThat(outcome.status()).isEqualTo(200);
    }

    @Test
    void shouldGiveUpOnSilence() throws IOException, ConfigException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.3"));
                TestStack impatient = new TestStack(CLIENT.replace("timer_b = 60000", "timer_b = 3200"))) {
            Outcome outcome = TestStack.join(impatient.send("OPTIONS", "sip:127.0.0.3:" + silent.getLocalPort()));

            assertThat(outcome.failure().cause()).isEqualTo(Cause.TIMEOUT);
            assertThat(outcome.failure().message()).contains("127.0.0.3:" + silent.getLocalPort());
        }
    }

    @Test
    void shouldTellARefusedConnection() throws IOException {
        // Bound, so that nobody else gets the port, but not listened on.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress("127.0.0.3", 0));
            int port = held.getLocalPort();
            Outcome outcome = TestStack.join(client.send("OPTIONS", "sip:127.0.0.3:" + port + ";transport=tcp"));

            assertThat(outcome.failure().cause()).isEqualTo(Cause.TRANSPORT);
            assertThat(outcome.failure().message()).contains("cannot connect to TCP:127.0.0.3:" + port);
        }
    }

    @Test
    void shouldTellThatNoTransportFits() {
        assertThat(TestStack.join(client.send("OPTIONS", "sips:127.0.0.3"))
                        .failure()
                        .cause())
                .isEqualTo(Cause.NO_TRANSPORT);
        assertThat(TestStack.join(client.send("OPTIONS", "sip:[::1]:9;transport=tcp"))
                        .failure()
                        .cause())
                .isEqualTo(Cause.NO_TRANSPORT);
    }

    @Test
    void shouldTellWhenTheOtherSideClosesAConnection() throws Exception {
        CompletableFuture<Hop> closed = new CompletableFuture<>();
        client.engine().addConnectionListener((hop, _) -> closed.complete(hop));
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.3"))) {
            CompletableFuture<Outcome> outcome =
                    client.send("OPTIONS", "sip:127.0.0.3:" + listener.getLocalPort() + ";transport=tcp");
            try (Socket accepted = listener.accept()) {
                InputStream in = accepted.getInputStream();
                assertThat(in.read()).isEqualTo('O');
            }

            assertThat(TestStack.join(outcome).failure().cause()).isEqualTo(Cause.TRANSPORT);
            assertThat(TestStack.join(closed).remote().getPort()).isEqualTo(listener.getLocalPort());
        }
    }

    @Test
    void shouldSendThroughALooseProxyWithARouteHeader() {
        CompletableFuture<SipRequest> seen = seenByServer();
        String proxy = "sip:127.0.0.2:" + server.port("udp") + ";lr";

        TestStack.join(client.send("REGISTER", "sip:registrar.invalid", proxy));

        assertThat(TestStack.join(seen).uri()).isEqualTo("sip:registrar.invalid");
        assertThat(TestStack.join(seen).lines("Route")).containsExactly("<" + proxy + ">");
    }

    @Test
    void shouldSendThroughAStrictProxyByItsNameInTheRequestLine() {
        CompletableFuture<SipRequest> seen = seenByServer();
        String proxy = "sip:127.0.0.2:" + server.port("udp");

        TestStack.join(client.send("REGISTER", "sip:registrar.invalid", proxy));

        assertThat(TestStack.join(seen).uri()).isEqualTo(proxy);
        assertThat(TestStack.join(seen).lines("Route")).containsExactly("<sip:registrar.invalid>");
    }

    private CompletableFuture<SipRequest> seenByServer() {
        CompletableFuture<SipRequest> seen = new CompletableFuture<>();
        server.engine().addRequestHandler(request -> {
            seen.complete(request.request());
            request.respond(200, "OK");
            return true;
        });
        return seen;
    }

    @Test
    void shouldAnswerARetransmittedRequestWithTheSameResponse() throws IOException {
        List<Integer> handled = new java.util.concurrent.CopyOnWriteArrayList<>();
        server.engine().addRequestHandler(request -> {
            handled.add(1);
            request.respond(603, "Decline");
            return true;
        });
        try (DatagramSocket peer = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.3"))) {
            peer.setSoTimeout(60_000);
            byte[] request = """
                MESSAGE sip:b@127.0.0.2 SIP/2.0
                v: SIP/2.0/UDP 10.0.0.1:9;branch=z9hG4bKsame
                f: <sip:a@x>;tag=1
                t: <sip:b@x>
                i: 1
                CSeq: 1 MESSAGE
                l: 0

                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            String first = exchange(peer, request);
            String second = exchange(peer, request);

            assertThat(first).isEqualTo(second).contains("SIP/2.0 603 Decline").contains("received=127.0.0.3");
            assertThat(handled).hasSize(1);
        }
    }

    @Test
    void shouldRefuseAMalformedRequestWithAReason() throws IOException {
        try (DatagramSocket peer = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.3"))) {
            peer.setSoTimeout(60_000);
            String answer = exchange(peer, """
                MESSAGE sip:b@127.0.0.2 SIP/2.0
                Via: SIP/2.0/UDP 10.0.0.1:9;branch=z9hG4bKbad
                From: <sip:a@x>;tag=1
                To: <sip:b@x>
                Call-ID: 1
                CSeq: 1 INVITE
                Content-Length: 0

                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));

            assertThat(answer).startsWith("SIP/2.0 400 CSeq is of another method");
        }
    }

    private String exchange(DatagramSocket peer, byte[] request) throws IOException {
        peer.send(new DatagramPacket(request, request.length, new InetSocketAddress("127.0.0.2", server.port("udp"))));
        DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
        peer.receive(answer);
        return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
    }
}
