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
}
