package org.asterism.core.channel;

/** The time that TIMEOUT(absolute) gave a call is over: the dialplan runner goes on at extension {@code T}. */
public final class AbsoluteTimeout extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param channelName the channel whose time is over
     */
    public AbsoluteTimeout(String channelName) {
        super(channelName + " ran out of time", null, false, false);
    }
}
