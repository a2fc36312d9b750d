package org.asterism.core.net;

import java.lang.foreign.MemorySegment;

/**
 * One UDP socket. It belongs to one thread, that of its {@link EventLoop}: only {@link #localAddress} and {@link #counters} may
 * be used by others.
 *
 * <p>What is sent leaves at {@link #flush}, which the loop calls after each round, or earlier when the batch is full. Datagrams to
 * one destination keep their order; those to different destinations may overtake each other. Sending never blocks for more than
 * a millisecond and reports nothing: what could not be sent is counted, with the reason.
 */
public interface DatagramTransport extends AutoCloseable {

    /**
     * Takes one batch of datagrams from the socket, without waiting. Their slots stay untouched until the next call, and as long as
     * something is queued here.
     *
     * @param handler gets each of them, in order of arrival
     * @return how many were taken, those dropped as too long included; less than {@link #batchSize} means that the socket is
     *     empty
     */
    int receive(DatagramHandler handler);

    /**
     * The most that one {@link #receive} hands over.
     *
     * @return number of datagrams
     */
    int batchSize();

    /**
     * Reserves room for a datagram to be written in place.
     *
     * @return a slot, the same again until it is sent
     */
    SendSlot claim();

    /**
     * Queues a claimed slot.
     *
     * @param slot        the slot claimed last
     * @param length      how many bytes of it to send
     * @param destination where to
     */
    void send(SendSlot slot, int length, PeerAddress destination);

    /**
     * Queues a claimed slot as the answer to a datagram of this transport whose source need not be interned. For answers that
     * must cost the sender nothing to remember, such as challenges.
     *
     * @param slot    the slot claimed last
     * @param length  how many bytes of it to send
     * @param request the datagram whose source is the destination
     */
    void reply(SendSlot slot, int length, Datagram request);

    /**
     * Queues a copy of bytes kept elsewhere, such as a retransmission.
     *
     * @param payload     heap or native memory
     * @param offset      where in it the datagram begins, in bytes
     * @param length      in bytes, at most the capacity of a {@link SendSlot}
     * @param destination where to
     */
    default void send(MemorySegment payload, long offset, int length, PeerAddress destination) {
        SendSlot slot = claim();
        MemorySegment.copy(payload, offset, slot.memory(), slot.offset(), length);
        send(slot, length, destination);
    }

    /**
     * Queues a received datagram, or a part of it, without copying: the bytes leave from the slot they arrived in. The datagram
     * may be one of another transport of the same loop. It must not be changed after this until the batch has left.
     *
     * @param datagram    a datagram that is being handled
     * @param skip        how many bytes at its beginning not to send
     * @param length      how many bytes to send
     * @param destination where to
     */
    void relay(Datagram datagram, int skip, int length, PeerAddress destination);

    /** Hands everything queued to the network. When it returns, the slots are free again. */
    void flush();

    /**
     * The addresses that are interned for this socket.
     *
     * @return the table, owned by the loop's thread
     */
    PeerTable peers();

    /**
     * Where the socket is bound. Any thread may ask.
     *
     * @return address and the actual port
     */
    PeerAddress localAddress();

    /**
     * What went through and what did not. Any thread may read it.
     *
     * @return the live counters
     */
    TransportCounters counters();

    /** Closes the socket; what is queued is dropped and counted. Closing twice is allowed. */
    @Override
    void close();
}
