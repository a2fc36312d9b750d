package org.asterism.apps.dial;

import org.asterism.core.channel.Channel;

/** One call that Dial has placed. Caller's thread. */
final class Fork {
    private final Destination destination;
    private final Channel channel;
    private boolean over;

    Fork(Destination destination, Channel channel) {
        this.destination = destination;
        this.channel = channel;
    }

    Destination destination() {
        return destination;
    }

    Channel channel() {
        return channel;
    }

    /** {@return whether this call has failed or was given up} */
    boolean over() {
        return over;
    }

    /** Leaves the call to somebody else's care. */
    void release() {
        over = true;
    }

    /**
     * Ends the call; happens once.
     *
     * @param cause a hang-up cause number
     */
    void end(int cause) {
        if (!over) {
            over = true;
            channel.hangup(cause);
        }
    }
}
