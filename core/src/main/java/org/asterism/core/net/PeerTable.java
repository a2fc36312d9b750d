package org.asterism.core.net;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The remote addresses a socket's owner wants to recognise, each as one object: found for every datagram without allocating. An
 * address stays as long as it has been interned more often than released. Open addressing with linear probing; owned by one
 * thread.
 *
 * <p>Addresses of senders who have proved nothing yet should not be interned: answer them with
 * {@link DatagramTransport#reply}. The bound is for those who have.
 */
public final class PeerTable {

    /** The place of an address that is not in the table. */
    static final int NOWHERE = -1;

    private static final int INITIAL_CAPACITY = 256;

    /** Keeps strangers from choosing addresses that collide. */
    private final int seed = ThreadLocalRandom.current().nextInt();

    private final int limit;

    private @Nullable PeerAddress[] entries = new @Nullable PeerAddress[INITIAL_CAPACITY];
    private int size;

    /**
     * Creates an empty table.
     *
     * @param limit how many addresses it takes at most
     */
    public PeerTable(int limit) {
        this.limit = limit;
    }

    /**
     * Finds the interned object for an address.
     *
     * @param address an equal address
     * @return the object, or null if it is not interned
     */
    public @Nullable PeerAddress find(PeerAddress address) {
        return find(address.high(), address.low(), address.port(), address.scope());
    }

    /**
     * Finds a datagram's source. Its place is all that a datagram keeps of it, as a reference that is stored for each datagram costs the
     * collector's bookkeeping, a fence included.
     */
    @Nullable
    PeerAddress find(Datagram datagram) {
        int place = placeOf(datagram, datagram.peerPlace);
        return place == NOWHERE ? null : entries[place];
    }

    /** Where a datagram's source is, looked for at the place of another one first: datagrams tend to come in runs. */
    int placeOf(Datagram datagram, int guess) {
        return placeOf(datagram.sourceHigh, datagram.sourceLow, datagram.sourcePort, datagram.sourceScope, guess);
    }

    private @Nullable PeerAddress find(long high, long low, int port, int scope) {
        int place = placeOf(high, low, port, scope, NOWHERE);
        return place == NOWHERE ? null : entries[place];
    }

    private int placeOf(long high, long low, int port, int scope, int guess) {
        int mask = entries.length - 1;
        if (guess != NOWHERE) {
            PeerAddress guessed = entries[guess & mask];
            if (guessed != null && guessed.matches(high, low, port, scope)) {
                return guess & mask;
            }
        }
        int index = home(high, low, port, mask);
        PeerAddress entry = entries[index];
        while (entry != null && !entry.matches(high, low, port, scope)) {
            index = (index + 1) & mask;
            entry = entries[index];
        }
        return entry == null ? NOWHERE : index;
    }

    /**
     * Interns a datagram's source.
     *
     * @param datagram a datagram being handled; its {@link Datagram#peer()} is the result from now on
     * @return the one object for it, to be {@linkplain #release released} once more often than it was interned; null if the
     *     table is full
     */
    public @Nullable PeerAddress intern(Datagram datagram) {
        return intern(datagram.sourceHigh, datagram.sourceLow, datagram.sourcePort, datagram.sourceScope);
    }

    /**
     * Interns an address.
     *
     * @param address the address; the table makes its own object of it
     * @return the one object for it, which the caller must {@linkplain #release release} once; null if the table is full
     */
    public @Nullable PeerAddress intern(PeerAddress address) {
        return intern(address.high(), address.low(), address.port(), address.scope());
    }

    private @Nullable PeerAddress intern(long high, long low, int port, int scope) {
        PeerAddress known = find(high, low, port, scope);
        if (known != null) {
            known.references++;
            return known;
        }
        if (size >= limit) {
            return null;
        }
        if (2 * (size + 1) > entries.length) {
            grow();
        }
        PeerAddress fresh = new PeerAddress(high, low, port, scope);
        fresh.references = 1;
        put(fresh);
        size++;
        return fresh;
    }

    /**
     * Gives back what {@link #intern} returned. After the last release the table forgets the address and its attachment.
     *
     * @param peer an interned address
     * @throws IllegalStateException if it is not interned here
     */
    @SuppressWarnings("ReferenceEquality") // an equal address is not the interned one
    public void release(PeerAddress peer) {
        if (peer.references == 0 || find(peer) != peer) {
            throw new IllegalStateException(peer + " is not interned here");
        }
        peer.references--;
        if (peer.references == 0) {
            peer.attach(null);
            remove(peer);
            size--;
        }
    }

    /**
     * How many addresses are interned.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * Visits all interned addresses in no particular order.
     *
     * @param visitor must not intern or release
     */
    public void forEach(Consumer<PeerAddress> visitor) {
        for (PeerAddress entry : entries) {
            if (entry != null) {
                visitor.accept(entry);
            }
        }
    }

    private int home(long high, long low, int port, int mask) {
        int hash = (PeerAddress.hash(high, low, port) ^ seed) * 0x9E3779B1;
        return (hash ^ hash >>> 15) & mask;
    }

    private int home(PeerAddress peer, int mask) {
        return home(peer.high(), peer.low(), peer.port(), mask);
    }

    private void put(PeerAddress peer) {
        int mask = entries.length - 1;
        int index = home(peer, mask);
        while (entries[index] != null) {
            index = (index + 1) & mask;
        }
        entries[index] = peer;
    }

    private void grow() {
        @Nullable PeerAddress[] old = entries;
        entries = new @Nullable PeerAddress[old.length * 2];
        for (PeerAddress entry : old) {
            if (entry != null) {
                put(entry);
            }
        }
    }

    /** Closes the gap by moving back what probed past it (Knuth, volume 3, 6.4, algorithm R). */
    @SuppressWarnings("ReferenceEquality")
    private void remove(PeerAddress peer) {
        int mask = entries.length - 1;
        int gap = home(peer, mask);
        while (entries[gap] != peer) {
            gap = (gap + 1) & mask;
        }
        int index = gap;
        entries[gap] = null;
        while (true) {
            index = (index + 1) & mask;
            PeerAddress entry = entries[index];
            if (entry == null) {
                return;
            }
            int wanted = home(entry, mask);
            boolean reachable = gap <= index ? gap < wanted && wanted <= index : gap < wanted || wanted <= index;
            if (!reachable) {
                entries[gap] = entry;
                entries[index] = null;
                gap = index;
            }
        }
    }
}
