package org.asterism.core.channel;

/** A call is wanted elsewhere in the dialplan ({@link Channel#redirect}): the dialplan runner goes on there. */
public final class ChannelRedirected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param channelName the channel that is to go on elsewhere
     */
    public ChannelRedirected(String channelName) {
        super(channelName + " was redirected", null, false, false);
    }
}
