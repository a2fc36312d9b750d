package org.asterism.bench;

import java.lang.foreign.MemorySegment;
import org.asterism.core.net.DatagramSelector;
import org.asterism.core.net.PeerAddress;

/** What lies between the phones of a benchmark and the switch. Phones are numbered from 0. One thread; nothing is allocated. */
interface PhoneLine extends AutoCloseable {

    /** Is given what the switch has sent. */
    @FunctionalInterface
    interface Ear {
        void hear(int phone, MemorySegment memory, long offset, int length);
    }

    /** Where the switch is to be bound; its port may be 0. */
    PeerAddress switchAddress();

    /** Opens the switch's socket. */
    DatagramSelector selector();

    /** The switch is bound, and this port is its own. */
    void begin(int switchPort);

    /** Where the switch finds a phone. */
    PeerAddress address(int phone);

    /** A phone sends. */
    void send(int phone, MemorySegment memory, long offset, int length);

    /** What phones have sent leaves. */
    void flush();

    /** Hands over what has come from the switch; returns how much there was, or 0 where it is handed over as it is sent. */
    int receive();

    /** Whether phones have sent something that the switch has not taken yet, as far as can be known; asked after {@link #receive}. */
    boolean isWaiting();

    @Override
    void close();
}
