package org.asterism.core.channel;

/** The call is over: thrown out of whatever the channel's thread was waiting in, caught by the dialplan runner. */
public final class ChannelHungUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param channelName the channel that ended
     */
    public ChannelHungUp(String channelName) {
        super(channelName + " hung up", null, false, false);
    }
}
