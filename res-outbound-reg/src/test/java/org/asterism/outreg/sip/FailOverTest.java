package org.asterism.outreg.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.core.net.PointerResolution;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.ServiceResolution;
import org.asterism.outreg.sip.ResponseListener.Cause;
import org.asterism.outreg.sip.TestStack.Outcome;
import org.asterism.outreg.sip.location.NameService;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipUri;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A domain with several servers, of which some are out of order. */
@Timeout(180)
class FailOverTest {
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
        """;

    private final List<ServiceResolution.Target> targets = new ArrayList<>();
    private final List<SipRequest> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    private TestStack client;
    private TestStack first;
    private TestStack second;

    @BeforeEach
    void start() throws Exception {
        client = new TestStack(CLIENT, _ -> new Domain());
        first = server("127.0.0.2");
        second = server("127.0.0.3");
    }

    private TestStack server(String address) throws Exception {
        TestStack server = new TestStack("[udp]\ntype=transport\nbind=" + address + ":0\n");
        server.engine().addRequestHandler(request -> {
            seen.add(request.request());
            return false;
        });
        return server;
    }

    @AfterEach
    void stop() {
        client.close();
        first.close();
        second.close();
    }

    /** Whatever is asked for has our targets, whose names are addresses. */
    private final class Domain implements NameService {
        @Override
        public void pointers(String domain, Consumer<PointerResolution> callback) {
            callback.accept(new PointerResolution(domain, List.of(), 0, ""));
        }

        @Override
        public void services(String name, Consumer<ServiceResolution> callback) {
            callback.accept(new ServiceResolution(name, targets, 0, ""));
        }

        @Override
        public void addresses(String host, Consumer<Resolution> callback) {
            callback.accept(new Resolution(host, List.of(InetAddress.ofLiteral(host)), 0, ""));
        }
    }

    private void target(String address, int port) {
        targets.add(new ServiceResolution.Target(address, port, targets.size(), 0));
    }

    private void answerOfFirst(int status) {
        first.engine().addRequestHandler(request -> {
            request.respond(status, "Whatever");
            return true;
        });
    }

    private Outcome ask() {
        return TestStack.join(client.send("OPTIONS", "sip:example.org;transport=udp"));
    }

    @Test
    void shouldGoOnAfterA503WithANewBranchAndSequenceNumber() {
        target("127.0.0.2", first.port("udp"));
        target("127.0.0.3", second.port("udp"));
        seen.clear();
        first.engine().addRequestHandler(request -> {
            seen.add(request.request());
            request.respond(503, "Service Unavailable");
            return true;
        });

        Outcome outcome = ask();

        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.exchange().hop().remote().getAddress().getHostAddress())
                .isEqualTo("127.0.0.3");
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).topVia().branch())
                .isNotEqualTo(seen.get(1).topVia().branch());
        assertThat(seen.get(1).cseq().number()).isGreaterThan(seen.get(0).cseq().number());
    }

    @Test
    void shouldNotGoOnAfterAnyOtherAnswer() {
        target("127.0.0.2", first.port("udp"));
        target("127.0.0.3", second.port("udp"));
        answerOfFirst(403);

        assertThat(ask().status()).isEqualTo(403);
    }

    private void giveUpAfter(int ms) throws Exception {
        client.close();
        client = new TestStack(CLIENT.replace("timer_b = 60000", "timer_b = " + ms), _ -> new Domain());
    }

    @Test
    void shouldGoOnAfterSilence() throws Exception {
        giveUpAfter(10_000); // which is also what the server that answers has
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.4"))) {
            target("127.0.0.4", silent.getLocalPort());
            target("127.0.0.3", second.port("udp"));

            assertThat(ask().status()).isEqualTo(200);
        }
    }

    @Test
    void shouldHandOnTheLast503() {
        target("127.0.0.2", first.port("udp"));
        answerOfFirst(503);

        assertThat(ask().status()).isEqualTo(503);
    }

    @Test
    void shouldKeepToTheServerThatAnsweredWhileTheNameLeadsThere() {
        target("127.0.0.2", first.port("udp"));
        target("127.0.0.3", second.port("udp"));
        answerOfFirst(503);
        Outcome before = ask();

        OutgoingRequest again = new OutgoingRequest(
                SipUri.parse("sip:example.org;transport=udp"),
                List.of(),
                null,
                before.exchange().hop(),
                hop -> client.draft("OPTIONS", "sip:example.org;transport=udp", hop));
        seen.clear();
        Outcome after = TestStack.join(client.send(again));
        assertThat(after.exchange().hop().remote())
                .isEqualTo(before.exchange().hop().remote());
        assertThat(seen).hasSize(1);

        targets.removeLast();
        assertThat(TestStack.join(client.send(again)).status()).isEqualTo(503);
    }

    @Test
    void shouldTellEverythingThatWasTried() throws Exception {
        giveUpAfter(3_200);
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.4"))) {
            target("127.0.0.4", silent.getLocalPort());
            target("127.0.0.4", silent.getLocalPort() == 1 ? 2 : 1);

            Outcome outcome = ask();

            assertThat(outcome.failure().cause()).isEqualTo(Cause.TIMEOUT);
            assertThat(outcome.failure().tried()).hasSize(2).allMatch(each -> each.contains("127.0.0.4"));
        }
    }

    @Test
    void shouldSayNothingAfterItWasCancelled() throws Exception {
        target("127.0.0.2", first.port("udp"));
        List<Integer> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        OutgoingRequest request = new OutgoingRequest(
                SipUri.parse("sip:example.org;transport=udp"),
                List.of(),
                null,
                null,
                hop -> client.draft("OPTIONS", "sip:example.org;transport=udp", hop));
        ResponseListener listener = new ResponseListener() {
            @Override
            public void onFinal(Exchange exchange) {
                heard.add(1);
            }

            @Override
            public void onFailure(Failure failure) {
                heard.add(2);
            }
        };
        // On the loop, so that no answer can come in between.
        client.call(() -> {
            client.engine().send(request, listener).cancel();
            return true;
        });

        assertThat(ask().status()).isEqualTo(200);
        client.call(() -> true);
        assertThat(heard).isEmpty();
    }
}
