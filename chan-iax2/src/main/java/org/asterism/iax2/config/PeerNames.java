package org.asterism.iax2.config;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds peers by names that lie in frames, without making a text of them, and with few looks at memory: open addressing with linear
 * probing, part of each name's hash in the table, all names one after the other. Immutable.
 */
final class PeerNames {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int SMALLEST = 16;
    /** A place of the table: the upper half of a hash, and the peer's index plus one, so that 0 is empty. */
    private static final int HASH_SHIFT = Integer.SIZE;

    private final Peer[] peers;
    private final byte[] names;
    /** Where each name begins, and where the last one ends. */
    private final int[] starts;

    private final long[] table;

    /**
     * @param all peers with different names
     */
    PeerNames(Collection<Peer> all) {
        List<Peer> named = new ArrayList<>(all);
        peers = named.toArray(new Peer[0]);
        starts = new int[peers.length + 1];
        table = new long[Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, peers.length)) << 2)];
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < peers.length; i++) {
            text.writeBytes(peers[i].name().getBytes(StandardCharsets.UTF_8));
            starts[i + 1] = text.size();
        }
        names = text.toByteArray();
        // Off the heap, as those in frames are: one kind of memory for hash() is compiled to faster code than two.
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_BYTE, names);
            for (int i = 0; i < peers.length; i++) {
                put(i, hash(memory, starts[i], starts[i + 1] - starts[i]));
            }
        }
    }

    private void put(int index, long hash) {
        int place = (int) hash & (table.length - 1);
        while (table[place] != 0) {
            place = (place + 1) & (table.length - 1);
        }
        table[place] = ((hash >>> HASH_SHIFT) << HASH_SHIFT) | (index + 1L);
    }

    /**
     * Finds a peer.
     *
     * @param memory holds the name in UTF-8
     * @param offset where it begins
     * @param length its length in bytes
     */
    @Nullable
    Peer find(MemorySegment memory, long offset, int length) {
        long hash = hash(memory, offset, length);
        int place = (int) hash & (table.length - 1);
        for (long entry = table[place]; entry != 0; entry = table[place]) {
            int index = (int) entry - 1;
            if (entry >>> HASH_SHIFT == hash >>> HASH_SHIFT && isName(index, memory, offset, length)) {
                return peers[index];
            }
            place = (place + 1) & (table.length - 1);
        }
        return null;
    }

    private boolean isName(int index, MemorySegment memory, long offset, int length) {
        int start = starts[index];
        if (starts[index + 1] - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (names[start + i] != memory.get(ValueLayout.JAVA_BYTE, offset + i)) {
                return false;
            }
        }
        return true;
    }

    /** FNV-1a, its bits mixed once more. Nobody but the configuration puts names into the table, so no key is needed. */
    private static long hash(MemorySegment memory, long offset, int length) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ (memory.get(ValueLayout.JAVA_BYTE, offset + i) & 0xFF)) * FNV_PRIME;
        }
        return hash ^ (hash >>> HASH_SHIFT);
    }
}
