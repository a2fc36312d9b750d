package org.asterism.core.net;

import java.util.Arrays;

/**
 * Chains the datagrams of a batch by destination, in the order in which they were queued. Destinations are kept by value: a
 * reference that is stored for each datagram costs the collector's bookkeeping.
 */
final class DestinationChains {

    /** What follows the last datagram of a chain. */
    static final int END = -1;

    private static final int FREE = -1;
    /** The table that finds a destination's chain has so many places for each datagram, so that it stays sparse. */
    private static final int PLACES_EACH = 4;

    // One entry for each datagram.
    private final int[] next;

    // One entry for each destination, kept at the index of its first datagram.
    private final long[] high;
    private final long[] low;
    private final int[] port;
    private final int[] scope;
    private final int[] tail;
    private final int[] places;

    private final int[] heads;
    private int count;

    private final int[] table;

    /** @param capacity datagrams of a batch, a power of two */
    DestinationChains(int capacity) {
        next = new int[capacity];
        high = new long[capacity];
        low = new long[capacity];
        port = new int[capacity];
        scope = new int[capacity];
        tail = new int[capacity];
        places = new int[capacity];
        heads = new int[capacity];
        table = new int[PLACES_EACH * capacity];
        Arrays.fill(table, FREE);
    }

    /** Adds a datagram to its destination's chain; returns whether it is the first of one. */
    boolean add(int datagram, PeerAddress to) {
        int place = placeOf(to);
        int head = table[place];
        next[datagram] = END;
        if (head != FREE) {
            next[tail[head]] = datagram;
            tail[head] = datagram;
            return false;
        }
        table[place] = datagram;
        high[datagram] = to.high();
        low[datagram] = to.low();
        port[datagram] = to.port();
        scope[datagram] = to.scope();
        begin(datagram, place);
        return true;
    }

    /** Makes a datagram a chain that nothing is added to. */
    void addAlone(int datagram) {
        next[datagram] = END;
        begin(datagram, FREE);
    }

    private void begin(int datagram, int place) {
        places[datagram] = place;
        tail[datagram] = datagram;
        heads[count++] = datagram;
    }

    int count() {
        return count;
    }

    /** The first datagram of a chain. */
    int head(int chain) {
        return heads[chain];
    }

    /** The datagram after another in its chain, or {@link #END}. */
    int next(int datagram) {
        return next[datagram];
    }

    void clear() {
        for (int chain = 0; chain < count; chain++) {
            int place = places[heads[chain]];
            if (place != FREE) {
                table[place] = FREE;
            }
        }
        count = 0;
    }

    private int placeOf(PeerAddress to) {
        int place = to.hashCode() & (table.length - 1);
        while (table[place] != FREE && !isFor(table[place], to)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private boolean isFor(int head, PeerAddress to) {
        return to.matches(high[head], low[head], port[head], scope[head]);
    }
}
