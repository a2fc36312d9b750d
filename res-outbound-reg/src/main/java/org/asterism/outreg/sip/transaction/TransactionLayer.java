package org.asterism.outreg.sip.transaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.net.EventLoop;
import org.asterism.core.time.Timer;
import org.asterism.core.time.TimerWheel;
import org.asterism.outreg.sip.message.SipMessage;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.Via;
import org.asterism.outreg.sip.transport.Drop;
import org.asterism.outreg.sip.transport.DropCounters;
import org.asterism.outreg.sip.transport.Hop;
import org.asterism.outreg.sip.transport.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All transactions of a stack, found by what arrives, driven by the loop's timers. Loop's thread only. */
public final class TransactionLayer {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionLayer.class);

    /** How many transactions there are at most of each kind; who wants more gets none. */
    static final int CAPACITY = 1 << 16;

    private final EventLoop loop;
    private final Wire wire;
    private final DropCounters drops;
    private final RequestListener requests;
    private final Map<TransactionKey, ClientCall> clients = new HashMap<>();
    private final Map<TransactionKey, ServerCall> servers = new HashMap<>();
    private Timings timings;

    /** Is given each new request. */
    @FunctionalInterface
    public interface RequestListener {
        /**
         * A request without a transaction came, and has one now. An ACK has none.
         *
         * @param call to answer it
         */
        void onRequest(ServerCall call);
    }

    /** Is told what becomes of a request that was sent. */
    public interface ClientListener {
        /**
         * A response came.
         *
         * @param response any class; a final one is the last, but for 2xx to INVITE
         */
        void onResponse(SipResponse response);

        /** Nobody answered in time; nothing follows. */
        void onTimeout();

        /**
         * The way is broken; nothing follows.
         *
         * @param reason for people
         */
        void onTransportFailure(String reason);
    }

    /**
     * Creates a layer without transactions.
     *
     * @param loop     whose timers drive it
     * @param wire     sends
     * @param timings  for transactions from now on
     * @param drops    counts what comes to nothing
     * @param requests is given requests
     */
    public TransactionLayer(EventLoop loop, Wire wire, Timings timings, DropCounters drops, RequestListener requests) {
        this.loop = loop;
        this.wire = wire;
        this.timings = timings;
        this.drops = drops;
        this.requests = requests;
    }

    /**
     * Changes the times of transactions that begin from now on.
     *
     * @param newTimings the times
     */
    public void setTimings(Timings newTimings) {
        timings = newTimings;
    }

    /** {@return how many requests of ours wait or linger} */
    public int clientCount() {
        return clients.size();
    }

    /** {@return how many requests of others are being answered or linger} */
    public int serverCount() {
        return servers.size();
    }

    /**
     * Sends a request.
     *
     * @param request  with Via and a branch of its own
     * @param hop      which way
     * @param listener is told the end; not from within this call, unless the way is broken
     * @return to give it up, or {@code null} when there are too many
     */
    public @Nullable Abandonable send(SipRequest request, Hop hop, ClientListener listener) {
        if (clients.size() >= CAPACITY) {
            drops.count(Drop.OVERLOAD);
            return null;
        }
        ClientCall call = new ClientCall(request, hop, listener);
        clients.put(call.key, call);
        call.transaction.start(loop.nowMs());
        call.settle();
        return call;
    }

    /** A transaction that may be given up. */
    @FunctionalInterface
    public interface Abandonable {
        /** Ends it; its listener hears nothing any more. */
        void abandon();
    }

    /**
     * A message arrived that keeps the rules.
     *
     * @param hop     the way it came
     * @param message a request whose topmost Via says where it really came from, or a response
     */
    public void onMessage(Hop hop, SipMessage message) {
        switch (message) {
            case SipResponse response -> onResponse(response);
            case SipRequest request -> onRequest(hop, request);
        }
    }

    private void onResponse(SipResponse response) {
        if (response.values("Via").size() != 1) {
            drops.count(Drop.FOREIGN_VIA);
            return;
        }
        ClientCall call = clients.get(TransactionKey.ofResponse(response));
        if (call == null) {
            drops.count(Drop.STRAY_RESPONSE);
            return;
        }
        Via ours = call.transaction.request().topVia();
        if (!ours.sentBy()
                .toString()
                .equalsIgnoreCase(response.topVia().sentBy().toString())) {
            drops.count(Drop.FOREIGN_VIA);
            return;
        }
        call.transaction.onResponse(loop.nowMs(), response);
        call.settle();
    }

    private void onRequest(Hop hop, SipRequest request) {
        boolean ack = request.method().equals("ACK");
        ServerCall known = servers.get(TransactionKey.ofServer(request));
        if (known != null && ack) {
            known.transaction.onAck(loop.nowMs());
            known.settle();
        } else if (known != null) {
            known.transaction.onRetransmission();
            known.settle();
        } else if (ack) {
            drops.count(Drop.STRAY_ACK);
        } else if (servers.size() >= CAPACITY) {
            drops.count(Drop.OVERLOAD);
        } else {
            ServerCall call = new ServerCall(request, hop);
            servers.put(call.key, call);
            call.settle();
            requests.onRequest(call);
        }
    }

    /**
     * A connection is gone: what waits for an answer on it waits in vain.
     *
     * @param connection its number
     * @param reason     for people
     */
    public void onConnectionLost(long connection, String reason) {
        for (ClientCall call : new ArrayList<>(clients.values())) {
            if (call.hop.connection() == connection) {
                call.failure = reason;
                call.transaction.onTransportFailure();
                call.settle();
            }
        }
        for (ServerCall call : new ArrayList<>(servers.values())) {
            if (call.hop.connection() == connection) {
                call.transaction.abandon();
                call.settle();
            }
        }
    }

    /** Ends everything without a word to anybody. */
    public void close() {
        List.copyOf(clients.values()).forEach(ClientCall::abandon);
        for (ServerCall call : List.copyOf(servers.values())) {
            call.transaction.abandon();
            call.settle();
        }
    }

    private boolean transmit(Hop hop, SipMessage message, @Nullable ClientCall call) {
        try {
            wire.send(hop, message);
            return true;
        } catch (IOException e) {
            drops.count(Drop.NOT_SENT);
            LOG.debug("Not sent to {}: {}", hop, e.getMessage());
            if (call != null) {
                call.failure = String.valueOf(e.getMessage());
            }
            return false;
        }
    }

    private void schedule(Timer timer, long deadlineMs) {
        if (deadlineMs == TimerWheel.NO_DEADLINE) {
            loop.timers().cancel(timer);
        } else if (!timer.isScheduled() || timer.deadlineMs() != deadlineMs) {
            loop.timers().schedule(timer, deadlineMs);
        }
    }

    /** A client transaction with its place in the layer. */
    private final class ClientCall extends Timer implements ClientTransaction.User, Abandonable {
        private final TransactionKey key;
        private final Hop hop;
        private final ClientListener listener;
        private final ClientTransaction transaction;
        private String failure = "";

        ClientCall(SipRequest request, Hop hop, ClientListener listener) {
            this.key = TransactionKey.ofClient(request);
            this.hop = hop;
            this.listener = listener;
            this.transaction = new ClientTransaction(request, hop.protocol().reliable(), timings, this);
        }

        void settle() {
            schedule(this, transaction.deadlineMs());
            if (transaction.state() == ClientTransaction.State.TERMINATED) {
                clients.remove(key, this);
            }
        }

        @Override
        protected void expire(long nowMs) {
            transaction.onDeadline(nowMs);
            settle();
        }

        @Override
        public boolean transmit(SipMessage message) {
            return TransactionLayer.this.transmit(hop, message, this);
        }

        @Override
        public void onResponse(SipResponse response) {
            listener.onResponse(response);
        }

        @Override
        public void onTimeout() {
            listener.onTimeout();
        }

        @Override
        public void onTransportFailure() {
            listener.onTransportFailure(failure);
        }

        @Override
        public void abandon() {
            transaction.abandon();
            settle();
        }
    }

    /** A server transaction with its place in the layer. */
    public final class ServerCall extends Timer implements ServerTransaction.User {
        private final TransactionKey key;
        private final Hop hop;
        private final ServerTransaction transaction;

        ServerCall(SipRequest request, Hop hop) {
            this.key = TransactionKey.ofServer(request);
            this.hop = hop;
            this.transaction =
                    new ServerTransaction(loop.nowMs(), request, hop.protocol().reliable(), timings, this);
        }

        /** {@return the request} */
        public SipRequest request() {
            return transaction.request();
        }

        /** {@return the way it came} */
        public Hop hop() {
            return hop;
        }

        /** {@return whether a final response was sent} */
        public boolean isAnswered() {
            return transaction.isAnswered();
        }

        /** {@return the INVITE that this CANCEL is about, or {@code null}} */
        public @Nullable ServerCall cancelled() {
            return servers.get(TransactionKey.ofServer(request(), "INVITE"));
        }

        /**
         * Sends a response.
         *
         * @param response the response
         */
        public void respond(SipResponse response) {
            transaction.respond(loop.nowMs(), response);
            settle();
        }

        private void settle() {
            schedule(this, transaction.deadlineMs());
            if (transaction.state() == ServerTransaction.State.TERMINATED) {
                servers.remove(key, this);
            }
        }

        @Override
        protected void expire(long nowMs) {
            transaction.onDeadline(nowMs);
            settle();
        }

        @Override
        public boolean transmit(SipResponse response) {
            return TransactionLayer.this.transmit(hop, response, null);
        }

        @Override
        public void onTimeout() {
            LOG.debug(
                    "{} of {} from {} ended without {}", key.method(), request().callId(), hop, "an answer or ACK");
        }
    }
}
