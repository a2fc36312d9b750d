package org.asterism.bench.perf.client;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.asterism.bench.perf.net.LoadSocket;

/** A way out that loses, doubles, holds back and reorders what is sent, by chance. */
public final class BadNetwork extends Outbox {
    private static final long NS_PER_MS = 1_000_000;

    /**
     * How bad it is.
     *
     * @param loss        share of datagrams lost, 0 to 1
     * @param duplication share sent twice
     * @param reorder     share that later ones overtake
     * @param overtakenMs how long those are held back
     * @param jitterMs    every datagram is held back from 0 to this long
     */
    public record Conditions(double loss, double duplication, double reorder, int overtakenMs, int jitterMs) {
        /** {@return whether there is nothing bad about it} */
        public boolean arePerfect() {
            return loss == 0 && duplication == 0 && reorder == 0 && jitterMs == 0;
        }
    }

    /** A datagram that is held back. Used again and again. */
    private static final class Held implements Comparable<Held> {
        final byte[] bytes = new byte[LoadSocket.MAX_DATAGRAM_BYTES];
        int length;
        int from;
        int to;
        int toPort;
        long releaseNs;
        long order;

        @Override
        public int compareTo(Held other) {
            int byTime = Long.compare(releaseNs, other.releaseNs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final Conditions conditions;
    private final RandomGenerator random;
    private final PriorityQueue<Held> held = new PriorityQueue<>();
    private final Deque<Held> unused = new ArrayDeque<>();
    private long nowNs = System.nanoTime();
    private long order;

    /**
     * A way out through bad conditions.
     *
     * @param socket     what it leads to
     * @param conditions how bad they are
     * @param random     decides
     */
    public BadNetwork(LoadSocket socket, Conditions conditions, RandomGenerator random) {
        super(socket);
        this.conditions = conditions;
        this.random = random;
    }

    @Override
    public boolean commit(int length, int from, int to, int toPort) {
        if (happens(conditions.loss)) {
            return false;
        }
        long at = claim();
        boolean twice = happens(conditions.duplication);
        long delayNs = happens(conditions.reorder)
                ? conditions.overtakenMs * NS_PER_MS
                : conditions.jitterMs == 0 ? 0 : random.nextLong(conditions.jitterMs * NS_PER_MS);
        if (twice || delayNs > 0) {
            hold(at, length, from, to, toPort, delayNs);
        }
        if (twice || delayNs == 0) {
            super.commit(length, from, to, toPort);
        }
        return true;
    }

    @Override
    public void release(long newNowNs) {
        nowNs = newNowNs;
        for (Held first = held.peek(); first != null && first.releaseNs <= newNowNs; first = held.peek()) {
            held.remove();
            long at = claim();
            MemorySegment.copy(first.bytes, 0, memory(), ValueLayout.JAVA_BYTE, at, first.length);
            super.commit(first.length, first.from, first.to, first.toPort);
            unused.push(first);
        }
    }

    private void hold(long at, int length, int from, int to, int toPort, long delayNs) {
        Held one = unused.isEmpty() ? new Held() : unused.pop();
        MemorySegment.copy(memory(), ValueLayout.JAVA_BYTE, at, one.bytes, 0, length);
        one.length = length;
        one.from = from;
        one.to = to;
        one.toPort = toPort;
        one.releaseNs = nowNs + delayNs;
        one.order = order++;
        held.add(one);
    }

    private boolean happens(double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }
}
