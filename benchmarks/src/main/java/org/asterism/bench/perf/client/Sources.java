package org.asterism.bench.perf.client;

import java.util.List;

/**
 * Where calls and registrations come from: the sockets in turn, and the addresses in turn.
 *
 * @param outboxes     at least one
 * @param firstAddress the first address, in host order; 0 to leave it to the system
 * @param addresses    how many follow one another
 */
public record Sources(List<Outbox> outboxes, int firstAddress, int addresses) {
    /**
     * The socket of a call.
     *
     * @param index of the call
     * @return its way out
     */
    public Outbox outbox(int index) {
        return outboxes.get(index % outboxes.size());
    }

    /**
     * The address of a call.
     *
     * @param index of the call
     * @return its address in host order
     */
    public int address(int index) {
        return firstAddress == 0 ? 0 : firstAddress + index % addresses;
    }
}
