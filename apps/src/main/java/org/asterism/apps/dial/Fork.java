package org.asterism.apps.dial;

import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.channel.DialStatus;

/** One call that Dial has placed. Caller's thread. */
final class Fork {
    private final ChannelRegistry channels;
    private final Channel caller;
    private final Destination destination;
    private final Channel channel;
    private boolean answered;
    private boolean over;

    /**
     * @param channels    is told how the call comes out
     * @param caller      for whom it was placed
     * @param destination who was called
     * @param channel     the call
     */
    Fork(ChannelRegistry channels, Channel caller, Destination destination, Channel channel) {
        this.channels = channels;
        this.caller = caller;
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

    /** The call was answered. */
    void answered() {
        answered = true;
        channels.dialEnded(caller, channel, DialStatus.ANSWER);
    }

    /** Leaves the call to somebody else's care. */
    void release() {
        over = true;
    }

    /**
     * Ends the call; happens once.
     *
     * @param cause  a hang-up cause number
     * @param status how the attempt came out, for a call that was not answered
     */
    void end(int cause, DialStatus status) {
        if (!over) {
            over = true;
            if (!answered) {
                channels.dialEnded(caller, channel, status);
            }
            channel.hangup(cause);
        }
    }
}
