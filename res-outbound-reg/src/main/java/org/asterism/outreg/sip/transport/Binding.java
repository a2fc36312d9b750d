package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.asterism.outreg.sip.config.TransportSettings;

/** A transport that is bound. Loop's thread. */
interface Binding extends AutoCloseable {
    /** {@return what it was made of} */
    TransportSettings settings();

    /** {@return where it listens, with the actual port} */
    InetSocketAddress local();

    /**
     * Finds or makes the way to an address.
     *
     * @param target  of this protocol and address family
     * @param opened  gets the hop, now or later
     * @param refused gets the reason why there is none
     */
    void open(Target target, Consumer<Hop> opened, Consumer<String> refused);

    /**
     * Sends bytes on their way.
     *
     * @throws IOException they cannot leave
     */
    void send(Hop hop, byte[] bytes) throws IOException;

    /** Lets go of the socket and of all connections. */
    @Override
    void close();

    /** {@return whether an address is of the family this transport speaks} */
    default boolean reaches(InetAddress address) {
        return local().getAddress().getClass().equals(address.getClass());
    }
}
