package org.asterism.iax2.engine;

import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FullFrame;

/**
 * What a {@link Dialog} is used for. Called on the shard's thread, must not block. In every call the listener may send on the
 * dialog, finish it or close it; what it sends acknowledges the frame it is given, so that no ACK of its own is needed.
 */
public interface DialogListener {
    /**
     * A full frame has arrived: each once, in the order it was sent. Frames that belong to the transport itself (ACK, VNAK, INVAL,
     * PING, LAGRQ, LAGRP, CALLTOKEN) and unknown commands are answered by the dialog and do not come here; PONG does.
     *
     * @param dialog   where
     * @param frame    the frame, valid during this call
     * @param elements its information elements, valid during this call; empty for types other than IAX
     */
    void onFrame(Dialog dialog, FullFrame frame, FrameElements elements);

    /**
     * Everything that was sent so far has been acknowledged. For a remote whose address is not proven this is the proof.
     *
     * @param dialog where
     */
    default void onAcknowledged(Dialog dialog) {}

    /**
     * The dialog is over without a goodbye; it is closed already. Not called after {@link Dialog#finish} or {@link Dialog#close}.
     *
     * @param dialog which
     * @param why    what happened
     */
    void onFailed(Dialog dialog, DialogFailure why);

    /**
     * Adds the receiver report to a PONG (RFC 5456 section 6.7.3).
     *
     * @param dialog where a PING arrived
     * @param pong   the elements of the answer
     */
    default void report(Dialog dialog, ElementWriter pong) {}
}
