package org.asterism.core.net;

/** Takes datagrams as they arrive. */
@FunctionalInterface
public interface DatagramHandler {

    /**
     * Called on the event loop's thread for each datagram received. May rewrite the bytes in place and
     * {@link DatagramTransport#relay relay} them; must not block.
     *
     * @param datagram what arrived: a flyweight, valid until this method returns
     */
    void onDatagram(Datagram datagram);

    /**
     * Reads what handling a datagram is going to read, and changes nothing. Called for several datagrams that have arrived together,
     * before the first of them is handled: so their waits for memory overlap, which those of handling one after the other do not.
     *
     * @param datagram a flyweight, valid until this method returns
     * @return whatever depends on all that was read, so that no compiler leaves the reading out
     */
    default int readAhead(Datagram datagram) {
        return 0;
    }
}
