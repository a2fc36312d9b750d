package org.asterism.outreg.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.core.time.Timer;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipMessage;
import org.asterism.outreg.sip.message.SipParser;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.transport.DropCounters;
import org.asterism.outreg.sip.transport.Hop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two transaction layers over a wire that loses, doubles and delays, on a clock of its own. */
class LossyWireTest {
    private static final int REQUESTS = 200;
    private static final int MAX_DELAY_MS = 300;
    private static final Hop HOP = new Hop(
            "udp",
            Protocol.UDP,
            new HostPort("192.0.2.1", 5060),
            new InetSocketAddress(InetAddress.ofLiteral("192.0.2.2"), 5060),
            0);

    private final long seed = 20_261_121;
    private final Random random = new Random(seed);
    private final MemoryNetwork network = new MemoryNetwork(seed);
    private final EventLoop loop = network.newLoop("sip");
    private final Map<String, Integer> handled = new HashMap<>();
    private final Map<String, List<String>> outcomes = new HashMap<>();
    private final DropCounters drops = new DropCounters();
    private double loss;
    private TransactionLayer client;
    private TransactionLayer server;

    private void carry(TransactionLayer receiver, SipMessage message) {
        byte[] bytes = message.encode();
        int copies = random.nextDouble() < loss ? 0 : random.nextDouble() < loss ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            loop.schedule(
                    new Timer() {
                        @Override
                        protected void expire(long nowMs) {
                            SipParser.Parsed parsed = SipParser.parseDatagram(bytes, bytes.length);
                            assertThat(parsed.problem()).isNull();
                            receiver.onMessage(HOP, parsed.message());
                        }
                    },
                    random.nextInt(MAX_DELAY_MS));
        }
    }

    private SipRequest request(String method, int number) {
        return SipRequest.builder(method, "sip:registrar.example")
                .header("Via", "SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bK" + number)
                .header("From", "<sip:alice@registrar.example>;tag=1")
                .header("To", "<sip:alice@registrar.example>")
                .header("Call-ID", "c" + number)
                .header("CSeq", "1 " + method)
                .header("Max-Forwards", "70")
                .build();
    }

    @ParameterizedTest
    @CsvSource({"REGISTER,200,0.0", "REGISTER,200,0.3", "REGISTER,200,0.6", "INVITE,486,0.3", "INVITE,486,0.6"})
    void shouldHandleEachRequestOnceAndEndEachTransaction(String method, int status, double lossOfWire) {
        loss = lossOfWire;
        Timings timings = Timings.of(500, 32_000);
        server = new TransactionLayer(loop, (_, message) -> carry(client, message), timings, drops, call -> {
            handled.merge(call.request().callId(), 1, Integer::sum);
            call.respond(
                    SipResponse.to(call.request(), status, "Answer").toTag("t").build());
        });
        client = new TransactionLayer(loop, (_, message) -> carry(server, message), timings, drops, _ -> {
            throw new AssertionError("nobody asks the client");
        });
        for (int i = 0; i < REQUESTS; i++) {
            String id = "c" + i;
            List<String> outcome = outcomes.computeIfAbsent(id, _ -> new ArrayList<>());
            client.send(request(method, i), HOP, new TransactionLayer.ClientListener() {
                @Override
                public void onResponse(SipResponse response) {
                    if (!response.isProvisional()) {
                        outcome.add(String.valueOf(response.status()));
                    }
                }

                @Override
                public void onTimeout() {
                    outcome.add("timeout");
                }

                @Override
                public void onTransportFailure(String reason) {
                    outcome.add(reason);
                }
            });
        }

        network.run(32_000 + 64_000 + 10_000);

        assertThat(outcomes.values())
                .as("seed %s", seed)
                .allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(handled.values()).as("seed %s", seed).containsOnly(1);
        long answered = outcomes.values().stream()
                .filter(each -> each.contains(String.valueOf(status)))
                .count();
        assertThat(answered).as("seed %s", seed).isGreaterThan((long) (REQUESTS * (lossOfWire > 0.5 ? 0.7 : 0.97)));
        assertThat(client.clientCount()).isZero();
        assertThat(server.serverCount()).isZero();
        assertThat(loop.timers().size()).isZero();
    }
}
