package org.asterism.outreg.sip.transport;

import java.io.IOException;
import org.asterism.outreg.sip.message.SipMessage;

/** Takes messages from the transaction layer to the network. Called on the loop; must not block. */
@FunctionalInterface
public interface Wire {
    /**
     * Sends a message.
     *
     * @param hop     which way
     * @param message what
     * @throws IOException it cannot leave; of a connection that breaks later the {@link TransportListener} is told
     */
    void send(Hop hop, SipMessage message) throws IOException;
}
