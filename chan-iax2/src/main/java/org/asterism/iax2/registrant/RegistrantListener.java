package org.asterism.iax2.registrant;

import org.asterism.iax2.config.RegisterLine;

/** Told of what matters to people. Called on the shard's thread, must not block. */
public interface RegistrantListener {
    /**
     * The registrar has accepted us, and sees us at another address than before or has another number of messages.
     *
     * @param line      which registration
     * @param host      the registrar's address and port
     * @param perceived our address and port as the registrar sees them
     * @param messages  new messages in the high byte's place: old &lt;&lt; 8 | new, or -1 when it did not say
     */
    void onRegistered(RegisterLine line, String host, String perceived, int messages);

    /**
     * The registrar refuses us.
     *
     * @param line  which registration
     * @param host  the registrar's address and port
     * @param cause what it says, or {@code <Unknown>}
     */
    void onRejected(RegisterLine line, String host, String cause);

    /**
     * There was no answer, no address, or no way to prove who we are.
     *
     * @param line  which registration
     * @param host  the registrar's address and port, or its name
     * @param state what it has come to
     * @param why   in words
     */
    void onTrouble(RegisterLine line, String host, RegistrantState state, String why);
}
