package org.asterism.outreg.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.asterism.core.net.EventLoop;
import org.asterism.outreg.sip.config.GlobalSettings;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.location.Locator;
import org.asterism.outreg.sip.location.NameService;
import org.asterism.outreg.sip.message.SipParser;
import org.asterism.outreg.sip.message.SipParser.Problem;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.asterism.outreg.sip.message.Via;
import org.asterism.outreg.sip.transaction.Timings;
import org.asterism.outreg.sip.transaction.TransactionLayer;
import org.asterism.outreg.sip.transport.AddressFormat;
import org.asterism.outreg.sip.transport.Drop;
import org.asterism.outreg.sip.transport.DropCounters;
import org.asterism.outreg.sip.transport.Hop;
import org.asterism.outreg.sip.transport.TransportListener;
import org.asterism.outreg.sip.transport.TransportSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stack put together: transports below, transactions above them, and who uses these. */
public final class SipEngine implements SipStack, TransportListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SipEngine.class);

    private final EventLoop loop;
    private final DropCounters drops = new DropCounters();
    private final MessageLog log;
    private final TransportSet transports;
    private final TransactionLayer transactions;
    private final IncomingRequests incoming;
    private final RequestJourney.StackParts parts;
    private final NameService names;
    private final List<ConnectionListener> connectionListeners = new CopyOnWriteArrayList<>();
    private volatile List<TransportSettings> bound = List.of();
    private volatile GlobalSettings settings;

    /**
     * Creates a stack without transports.
     *
     * @param loop     that will own it; not started yet, or turned by hand
     * @param settings times and names
     * @param names    for location
     * @param random   for branches, tags and weights; must not be foreseeable
     * @param log      the message logger
     * @throws IOException the system gives us nothing to wait with
     */
    public SipEngine(EventLoop loop, GlobalSettings settings, NameService names, RandomGenerator random, MessageLog log)
            throws IOException {
        this.loop = loop;
        this.settings = settings;
        this.log = log;
        Branches branches = new Branches(random);
        this.transports = new TransportSet(loop, this, drops);
        this.incoming = new IncomingRequests(branches);
        this.transactions = new TransactionLayer(loop, transports, timings(settings), drops, incoming);
        this.names = names;
        this.parts = new RequestJourney.StackParts(transports, transactions, new Locator(names, random), branches);
    }

    @Override
    public NameService names() {
        return names;
    }

    private static Timings timings(GlobalSettings settings) {
        return Timings.of(settings.t1(), settings.transactionTimeout());
    }

    /**
     * Binds a transport. Loop's thread, or any before the start.
     *
     * @param transport its section
     * @throws IOException it cannot be bound; says why
     */
    public void bind(TransportSettings transport) throws IOException {
        transports.bind(transport, settings);
        bound = transports.settings();
    }

    /**
     * Lets a transport go. Loop's thread.
     *
     * @param name its name
     */
    public void unbind(String name) {
        transports.unbind(name);
        bound = transports.settings();
    }

    /**
     * Changes times and names from now on. Loop's thread.
     *
     * @param newSettings the others
     */
    public void setSettings(GlobalSettings newSettings) {
        settings = newSettings;
        transactions.setTimings(timings(newSettings));
    }

    /** {@return what came to nothing} */
    public DropCounters drops() {
        return drops;
    }

    @Override
    public StackStatistics statistics() {
        Map<Drop, Long> counted = new EnumMap<>(Drop.class);
        for (Drop drop : Drop.values()) {
            counted.put(drop, drops.of(drop));
        }
        return new StackStatistics(
                transactions.clientCount(), transactions.serverCount(), transports.connections(), counted);
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public GlobalSettings settings() {
        return settings;
    }

    @Override
    public List<TransportSettings> transports() {
        return bound;
    }

    /** {@return the transports themselves. Loop's thread} */
    public TransportSet transportSet() {
        return transports;
    }

    @Override
    public PendingRequest send(OutgoingRequest request, ResponseListener listener) {
        RequestJourney journey = new RequestJourney(parts, request, listener);
        try {
            loop.execute(journey::start);
        } catch (RejectedExecutionException e) {
            journey.cancel();
            listener.onFailure(new ResponseListener.Failure(
                    ResponseListener.Cause.OVERLOAD, String.valueOf(e.getMessage()), null, List.of()));
        }
        return () -> {
            journey.cancel();
            try {
                loop.execute(journey::abandon);
            } catch (RejectedExecutionException _) {
                // It ends by itself, unheard.
            }
        };
    }

    @Override
    public Subscription addRequestHandler(RequestHandler handler) {
        return incoming.add(handler);
    }

    @Override
    public Subscription addConnectionListener(ConnectionListener listener) {
        connectionListeners.add(listener);
        return () -> connectionListeners.remove(listener);
    }

    @Override
    public void onSent(Hop hop, byte[] raw) {
        log.sent(hop, raw);
    }

    @Override
    public void onMessage(Hop hop, SipParser.Parsed parsed, byte[] raw) {
        log.received(hop, raw);
        Problem problem = parsed.problem();
        switch (parsed.message()) {
            case SipResponse response -> {
                if (problem == null) {
                    transactions.onMessage(hop, response);
                } else {
                    drops.count(Drop.MALFORMED);
                    LOG.debug("A response from {} is dropped: {}", hop, problem.reason());
                }
            }
            case SipRequest request -> onRequest(hop, request, problem);
        }
    }

    private void onRequest(Hop hop, SipRequest received, @org.jspecify.annotations.Nullable Problem problem) {
        try {
            SipRequest request = received.withTopVia(completed(received.topVia(), hop));
            if (problem == null) {
                transactions.onMessage(hop, request);
            } else if (!request.method().equals("ACK")) {
                drops.count(Drop.MALFORMED);
                LOG.debug("A {} from {} is refused: {}", request.method(), hop, problem.reason());
                transports.send(
                        hop,
                        SipResponse.to(request, problem.status(), problem.reason())
                                .build());
            }
        } catch (SipSyntaxException | java.util.NoSuchElementException e) {
            drops.count(Drop.MALFORMED);
            LOG.debug("A request from {} is dropped: {}", hop, e.getMessage());
        } catch (IOException e) {
            drops.count(Drop.NOT_SENT);
            LOG.debug("An answer to {} is lost: {}", hop, e.getMessage());
        }
    }

    /** Says in Via where the request really came from (RFC 3261 section 18.2.1, RFC 3581). */
    private static Via completed(Via via, Hop hop) {
        InetAddress source = hop.remote().getAddress();
        boolean asked = via.parameters().has("rport");
        Via completed = asked ? via.with("rport", String.valueOf(hop.remote().getPort())) : via;
        if (asked || !via.sentBy().host().equalsIgnoreCase(AddressFormat.host(source))) {
            completed = completed.with("received", bare(AddressFormat.host(source)));
        }
        return completed;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public void onConnectionLost(Hop hop, String reason) {
        LOG.debug("The connection to {} is gone: {}", hop, reason);
        transactions.onConnectionLost(hop.connection(), reason);
        for (ConnectionListener listener : new ArrayList<>(connectionListeners)) {
            listener.onClosed(hop, reason);
        }
    }

    /** Ends the stack. Any thread; waits for the loop. */
    @Override
    public void close() {
        try {
            loop.execute(() -> {
                transactions.close();
                transports.close();
            });
        } catch (RejectedExecutionException _) {
            transports.close();
        }
        loop.close();
    }
}
