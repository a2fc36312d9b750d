package org.asterism.outreg.sip;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.Resolver;
import org.asterism.core.net.TransportKind;
import org.asterism.core.net.WaitMode;
import org.asterism.core.time.MillisClock;
import org.asterism.outreg.sip.config.SipConfiguration;
import org.asterism.outreg.sip.config.SipConfigurationReader;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.location.NameService;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Hop;

/** A stack on real sockets of the loopback interface, configured by the text of a pjsip.conf. */
final class TestStack implements AutoCloseable {
    private static final long PATIENCE_S = 120;

    private final SipEngine engine;
    private final EventLoop loop;
    private int cseq = 100;

    TestStack(String conf) throws IOException, ConfigException {
        this(conf, loop -> NameService.of(new Resolver(MillisClock.system()), loop));
    }

    TestStack(String conf, java.util.function.Function<EventLoop, NameService> names)
            throws IOException, ConfigException {
        SipConfiguration configuration = SipConfigurationReader.read(ConfigFile.ofText("pjsip.conf", conf), "Test");
        if (!configuration.problems().isEmpty()) {
            throw new IllegalArgumentException(configuration.problems().toString());
        }
        loop = new EventLoop("sip-test", TransportKind.NIO.newSelector(), MillisClock.system(), WaitMode.BLOCKING);
        engine = new SipEngine(loop, configuration.settings(), names.apply(loop), new Random(1), new MessageLog());
        for (TransportSettings transport : configuration.transports()) {
            engine.bind(transport);
        }
        loop.start();
    }

    SipEngine engine() {
        return engine;
    }

    int port(String transport) {
        InetSocketAddress local = call(() -> engine.transportSet().local(transport));
        return local.getPort();
    }

    <T> T call(java.util.concurrent.Callable<T> question) {
        return join(loop.ask(question));
    }

    static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    /** What became of a request: exactly one of the two is set. */
    record Outcome(ResponseListener.Exchange exchange, ResponseListener.Failure failure) {
        int status() {
            return exchange.response().status();
        }
    }

    SipRequest draft(String method, String uri, Hop hop) {
        return SipRequest.builder(method, uri)
                .header("From", "<sip:alice@example.org>;tag=a")
                .header("To", "<sip:alice@example.org>")
                .header("Call-ID", "call-1")
                .header("CSeq", ++cseq + " " + method)
                .header("Contact", "<sip:alice@" + hop.advertised() + ">")
                .header("Max-Forwards", "70")
                .build();
    }

    CompletableFuture<Outcome> send(String method, String uri, String... routes) {
        return send(new OutgoingRequest(
                SipUri.parse(uri),
                List.of(routes).stream().map(SipUri::parse).toList(),
                null,
                null,
                hop -> draft(method, uri, hop)));
    }

    CompletableFuture<Outcome> send(OutgoingRequest request) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        engine.send(request, new ResponseListener() {
            @Override
            public void onFinal(Exchange exchange) {
                outcome.complete(new Outcome(exchange, null));
            }

            @Override
            public void onFailure(Failure failure) {
                outcome.complete(new Outcome(null, failure));
            }
        });
        return outcome;
    }

    @Override
    public void close() {
        engine.close();
    }
}
