package org.asterism.outreg.registration;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.core.time.Timer;
import org.asterism.outreg.sip.OutgoingRequest;
import org.asterism.outreg.sip.RequestHandler;
import org.asterism.outreg.sip.ResponseListener;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.StackStatistics;
import org.asterism.outreg.sip.config.GlobalSettings;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.digest.Algorithm;
import org.asterism.outreg.sip.location.NameService;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/** A registrar at the other end of a stack without a network: answers by a script, on a clock that is turned by hand. */
final class ScriptedRegistrar implements SipStack {
    private static final int SILENCE_MS = 32_000;
    private static final int ROUND_TRIP_MS = 1;

    /**
     * A request that arrived.
     *
     * @param atMs    when
     * @param routes  the route set it was sent along
     * @param request what it said
     */
    record Received(long atMs, List<String> routes, SipRequest request) {
        /** Seconds, the interval asked for, and whether it bears a proof. */
        String line() {
            boolean proved = request.header("Authorization") != null || request.header("Proxy-Authorization") != null;
            return String.format("%.1f", atMs / 1000.0) + " Exp=" + request.header("Expires") + (proved ? " auth" : "");
        }
    }

    final MemoryNetwork network = new MemoryNetwork(1);
    private final EventLoop loop = network.newLoop("sip");
    private final long start = network.clock().nowMs();
    private final List<Received> received = new ArrayList<>();
    private final List<ConnectionListener> connectionListeners = new ArrayList<>();
    private Function<SipRequest, @Nullable SipResponse> script = _ -> null;
    private Protocol protocol = Protocol.UDP;
    private long connection;
    private ResponseListener.@Nullable Cause localFailure;

    /** Answers from now on so; null is silence. */
    void answers(Function<SipRequest, @Nullable SipResponse> newScript) {
        script = newScript;
    }

    /** Answers from now on with that status. */
    void answers(int status, String... headers) {
        answers(request -> response(request, status, headers));
    }

    /** Nothing can be sent from now on. */
    void fails(ResponseListener.Cause cause) {
        localFailure = cause;
    }

    /** Requests arrive over connections from now on. */
    void speaks(Protocol other) {
        protocol = other;
        connection = other.reliable() ? 1 : 0;
    }

    /** The connection ends. */
    void disconnect() {
        Hop closed = hop();
        connection++;
        connectionListeners.forEach(each -> each.onClosed(closed, "closed by the other end"));
    }

    static SipResponse response(SipRequest request, int status, String... headers) {
        SipResponse.Builder builder = SipResponse.to(request, status, "R" + status);
        for (int i = 0; i + 1 < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    /** A registrar that grants what is asked for. */
    static SipResponse grant(SipRequest request) {
        return response(request, 200, "Contact", request.header("Contact") + ";expires=" + request.header("Expires"));
    }

    List<Received> received() {
        return received;
    }

    /** What arrived, a line each. */
    List<String> lines() {
        return received.stream().map(Received::line).toList();
    }

    SipRequest last() {
        return received.getLast().request();
    }

    long seconds() {
        return (network.clock().nowMs() - start) / 1000;
    }

    void runUntil(long second) {
        network.run(start + second * 1000 + 500 - network.clock().nowMs());
    }

    private Hop hop() {
        return new Hop(
                "main",
                protocol,
                new HostPort("127.0.0.1", 17060),
                new InetSocketAddress("127.0.0.1", 17090),
                connection);
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public GlobalSettings settings() {
        return new GlobalSettings(
                500,
                32_000,
                "Asterism PBX test",
                70,
                Duration.ZERO,
                "asterisk",
                List.of(Algorithm.MD5),
                List.of(Algorithm.MD5),
                "no");
    }

    @Override
    public List<TransportSettings> transports() {
        return List.of();
    }

    @Override
    public NameService names() {
        throw new UnsupportedOperationException("nobody looks names up");
    }

    @Override
    public StackStatistics statistics() {
        throw new UnsupportedOperationException("nobody registers by statistics");
    }

    @Override
    public PendingRequest send(OutgoingRequest request, ResponseListener listener) {
        Delivery delivery = new Delivery(request, listener);
        loop.execute(delivery::leave);
        return delivery;
    }

    private final class Delivery extends Timer implements PendingRequest {
        private final OutgoingRequest outgoing;
        private final ResponseListener listener;
        private boolean cancelled;
        private @Nullable SipRequest request;
        private @Nullable SipResponse response;

        Delivery(OutgoingRequest outgoing, ResponseListener listener) {
            this.outgoing = outgoing;
            this.listener = listener;
        }

        void leave() {
            if (cancelled) {
                return;
            }
            if (localFailure != null) {
                listener.onFailure(new ResponseListener.Failure(localFailure, "it cannot be sent", null, List.of()));
                return;
            }
            SipRequest sent = outgoing.draft().make(hop());
            request = sent;
            received.add(new Received(
                    loop.nowMs() - start,
                    outgoing.routes().stream().map(Object::toString).toList(),
                    sent));
            response = script.apply(sent);
            loop.schedule(this, response == null ? SILENCE_MS : ROUND_TRIP_MS);
        }

        @Override
        protected void expire(long nowMs) {
            if (cancelled || request == null) {
                return;
            }
            if (response == null) {
                listener.onFailure(
                        new ResponseListener.Failure(ResponseListener.Cause.TIMEOUT, "timed out", hop(), List.of()));
            } else {
                listener.onFinal(new ResponseListener.Exchange(request, response, hop()));
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Override
    public Subscription addRequestHandler(RequestHandler handler) {
        return () -> {};
    }

    @Override
    public Subscription addConnectionListener(ConnectionListener listener) {
        connectionListeners.add(listener);
        return () -> connectionListeners.remove(listener);
    }
}
