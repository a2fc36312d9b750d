package org.asterism.core.net;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.asterism.core.time.ManualMillisClock;
import org.asterism.core.time.TimerWheel;
import org.jspecify.annotations.Nullable;

/**
 * A network inside the process, on a clock of its own: event loops of both sides of a protocol run in turn on the caller's thread,
 * hours pass in milliseconds, and a seed decides what is lost, doubled, delayed and reordered, the same every time. For tests and
 * simulations. Not thread safe, except that commands may be given to its loops from other threads between runs.
 */
public final class MemoryNetwork {

    /** Where the clock begins: far enough from 0 for tests to go back from it. */
    private static final long START_MS = 1_000_000;
    /** Rounds without the clock moving after which the sides are taken to talk in circles. */
    private static final int MAX_ROUNDS_PER_MS = 100_000;

    private record Link(PeerAddress from, PeerAddress to) {}

    /** Sees every datagram that is sent, before the link does anything to it. */
    @FunctionalInterface
    public interface Tap {
        /**
         * Called for each datagram.
         *
         * @param atMs    the network's time
         * @param from    the sender
         * @param to      the destination
         * @param payload a copy of the bytes
         */
        void onDatagram(long atMs, PeerAddress from, PeerAddress to, byte[] payload);
    }

    private final ManualMillisClock clock = new ManualMillisClock(START_MS);
    private final Random random;
    private final List<EventLoop> loops = new ArrayList<>();
    private final Map<PeerAddress, MemoryTransport> sockets = new HashMap<>();
    private final PriorityQueue<InFlight> inFlight = new PriorityQueue<>();
    private final Map<Link, LinkConditions> links = new HashMap<>();
    private final Map<Link, Long> lastArrivalMs = new HashMap<>();
    private LinkConditions conditions = LinkConditions.PERFECT;
    private Tap tap = (_, _, _, _) -> {};
    private long sequence;
    private int nextPort = 49152;

    /**
     * Creates an empty network with perfect links.
     *
     * @param seed decides what happens to datagrams; print it when a test fails
     */
    public MemoryNetwork(long seed) {
        this.random = new Random(seed);
    }

    /** {@return the network's clock; it moves only in {@link #run} and {@link #runUntil}} */
    public ManualMillisClock clock() {
        return clock;
    }

    /**
     * Creates an event loop of this network. It is turned by {@link #run}; do not start it.
     *
     * @param name for log lines
     * @return the loop
     */
    public EventLoop newLoop(String name) {
        EventLoop loop = new EventLoop(name, new MemorySelector(this), clock, WaitMode.BLOCKING);
        loops.add(loop);
        return loop;
    }

    /**
     * Sets what all links do that were not given conditions of their own.
     *
     * @param newConditions from now on
     */
    public void setConditions(LinkConditions newConditions) {
        this.conditions = newConditions;
    }

    /**
     * Sets what one direction does between two sockets.
     *
     * @param from          sender as its datagrams show it
     * @param to            destination
     * @param newConditions from now on
     */
    public void setConditions(PeerAddress from, PeerAddress to, LinkConditions newConditions) {
        links.put(new Link(from, to), newConditions);
    }

    /**
     * Lets somebody see everything that is sent.
     *
     * @param newTap replaces the last one
     */
    public void setTap(Tap newTap) {
        this.tap = newTap;
    }

    /**
     * Lets time pass.
     *
     * @param forMs how much, in ms
     */
    public void run(long forMs) {
        runUntil(() -> false, forMs);
    }

    /**
     * Lets time pass until something has happened.
     *
     * @param done    asked after every round
     * @param limitMs how long at most, in ms
     * @return whether it has happened
     * @throws IllegalStateException if loops keep each other busy without time passing
     */
    public boolean runUntil(BooleanSupplier done, long limitMs) {
        long endMs = clock.nowMs() + limitMs;
        int rounds = 0;
        while (true) {
            int work = deliver();
            for (EventLoop loop : loops) {
                work += loop.turn();
            }
            if (done.getAsBoolean()) {
                return true;
            }
            long nextMs = nextEventMs();
            if (work > 0 || nextMs <= clock.nowMs()) {
                if (++rounds > MAX_ROUNDS_PER_MS) {
                    throw new IllegalStateException("the network does not come to rest at " + clock.nowMs() + " ms");
                }
            } else {
                rounds = 0;
                clock.advanceTo(Math.min(nextMs, endMs));
                if (nextMs > endMs) {
                    return false;
                }
            }
        }
    }

    /**
     * How many datagrams are on their way.
     *
     * @return the count
     */
    public int inFlight() {
        return inFlight.size();
    }

    MemoryTransport bind(SocketSettings settings) throws BindException {
        PeerAddress wanted = settings.local();
        PeerAddress local = wanted.port() == 0 ? wanted.withPort(nextPort++) : wanted;
        if (sockets.containsKey(local)) {
            throw new BindException("cannot bind " + local + ": address already in use");
        }
        MemoryTransport transport = new MemoryTransport(this, local, settings);
        sockets.put(local, transport);
        return transport;
    }

    void unbind(MemoryTransport transport) {
        sockets.remove(transport.localAddress(), transport);
    }

    void transmit(MemoryTransport sender, MemorySegment memory, long offset, int length, PeerAddress destination) {
        byte[] payload = memory.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        PeerAddress to =
                new PeerAddress(destination.high(), destination.low(), destination.port(), destination.scope());
        PeerAddress from = sender.shownTo(to);
        tap.onDatagram(clock.nowMs(), from, to, payload);
        Link link = new Link(from, to);
        LinkConditions present = links.getOrDefault(link, conditions);
        int copies = chance(present.duplication()) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            if (chance(present.loss())) {
                sender.counters.countDrops(DropReason.SIMULATED_LOSS, 1);
            } else {
                inFlight.add(new InFlight(arrivalMs(link, present), sequence++, from, to, payload));
            }
        }
    }

    private long arrivalMs(Link link, LinkConditions present) {
        long arrivalMs = clock.nowMs() + present.delayMs() + random.nextInt(present.jitterMs() + 1);
        if (chance(present.reordering())) {
            return arrivalMs + random.nextInt(2 * present.jitterMs() + 2);
        }
        long inOrderMs = Math.max(arrivalMs, lastArrivalMs.getOrDefault(link, 0L));
        lastArrivalMs.put(link, inOrderMs);
        return inOrderMs;
    }

    private boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    private int deliver() {
        int delivered = 0;
        InFlight datagram = inFlight.peek();
        while (datagram != null && datagram.arrivalMs <= clock.nowMs()) {
            inFlight.remove();
            MemoryTransport receiver = receiver(datagram.to);
            if (receiver != null) {
                receiver.arrive(datagram);
            } else {
                countUnreachable(datagram);
            }
            delivered++;
            datagram = inFlight.peek();
        }
        return delivered;
    }

    private void countUnreachable(InFlight datagram) {
        MemoryTransport sender = receiver(datagram.from);
        if (sender != null) {
            sender.counters.countDrops(DropReason.UNREACHABLE, 1);
        }
    }

    private @Nullable MemoryTransport receiver(PeerAddress address) {
        MemoryTransport exact = sockets.get(address);
        if (exact != null) {
            return exact;
        }
        MemoryTransport anyIpv4 = sockets.get(MemoryTransport.anyIpv4(address.port()));
        return address.isIpv4() && anyIpv4 != null ? anyIpv4 : sockets.get(MemoryTransport.anyIpv6(address.port()));
    }

    private long nextEventMs() {
        InFlight first = inFlight.peek();
        long nextMs = first == null ? TimerWheel.NO_DEADLINE : first.arrivalMs;
        for (EventLoop loop : loops) {
            nextMs = Math.min(nextMs, loop.nextDeadlineMs());
        }
        return nextMs;
    }
}
