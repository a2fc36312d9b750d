package org.asterism.iax2.engine;

import org.asterism.core.net.Datagram;
import org.asterism.iax2.wire.MiniFrame;

/** Where the mini frames of a dialog go. One implementation in a running switch, so that the call is direct. */
public interface MediaReceiver {
    /**
     * A mini frame has arrived. May rewrite the datagram in place and relay it.
     *
     * @param frame    a view of it
     * @param datagram the datagram it fills
     */
    void onMini(MiniFrame frame, Datagram datagram);

    /**
     * Reads what {@link #onMini} is going to read, and changes nothing.
     *
     * @return whatever depends on all that was read, as {@link org.asterism.core.net.DatagramHandler#readAhead} has it
     */
    int readAhead();
}
