package org.asterism.iax2.call;

import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.IaxCommand;

/** One side's part of setting up a call: what is different between caller and called. */
sealed interface CallSetup permits IncomingSetup, OutgoingSetup {
    /**
     * Takes a command that belongs to the setup of a call.
     *
     * @return false if it makes no sense on this side
     */
    boolean onCommand(IaxCommand command, FrameElements elements);

    /** All that was sent has been acknowledged. */
    void onAcknowledged();

    /** The state's deadline has passed. */
    void onDeadline(CallState state);

    /** The call is over. */
    void onEnd();
}
