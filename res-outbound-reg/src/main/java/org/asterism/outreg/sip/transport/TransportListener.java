package org.asterism.outreg.sip.transport;

import org.asterism.outreg.sip.message.SipParser;

/** Is given what the transports receive. Called on the loop. */
public interface TransportListener {
    /**
     * A message arrived.
     *
     * @param hop    the way it came
     * @param parsed the message, with what is wrong with it
     * @param raw    its bytes, for the message logger
     */
    void onMessage(Hop hop, SipParser.Parsed parsed, byte[] raw);

    /**
     * A message leaves.
     *
     * @param hop the way it goes
     * @param raw its bytes
     */
    void onSent(Hop hop, byte[] raw);

    /**
     * A connection is gone.
     *
     * @param hop    the way over it
     * @param reason for people
     */
    void onConnectionLost(Hop hop, String reason);
}
