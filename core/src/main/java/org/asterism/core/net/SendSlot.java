package org.asterism.core.net;

import java.lang.foreign.MemorySegment;

/**
 * Room for one outgoing datagram in a transport's send area: {@linkplain DatagramTransport#claim claim} it, write the bytes,
 * {@linkplain DatagramTransport#send(SendSlot, int, PeerAddress) send} it. A slot that is claimed and not sent is handed out
 * again by the next claim.
 */
public final class SendSlot {

    private final MemorySegment memory;
    private final long offset;
    private final int capacity;
    private final long address;

    SendSlot(MemorySegment memory, long offset, int capacity) {
        this.memory = memory;
        this.offset = offset;
        this.capacity = capacity;
        this.address = memory.address() + offset;
    }

    /**
     * The memory to write to.
     *
     * @return native memory that holds other slots as well
     */
    public MemorySegment memory() {
        return memory;
    }

    /**
     * Where in {@link #memory()} the slot begins.
     *
     * @return offset in bytes
     */
    public long offset() {
        return offset;
    }

    /**
     * How much fits.
     *
     * @return bytes
     */
    public int capacity() {
        return capacity;
    }

    long address() {
        return address;
    }
}
