package org.asterism.core.channel;

/** Told of the life of every channel; called on whatever thread changes it, so it must only queue. */
public interface ChannelListener {
    /**
     * A channel was made.
     *
     * @param channel which
     */
    default void created(Channel channel) {}

    /**
     * A channel's state changed.
     *
     * @param channel which
     */
    default void stateChanged(Channel channel) {}

    /**
     * A channel has a new name.
     *
     * @param channel which
     * @param oldName its name so far
     * @param newName its name from now on
     */
    default void renamed(Channel channel, String oldName, String newName) {}

    /**
     * A channel ended.
     *
     * @param channel which
     */
    default void ended(Channel channel) {}
}
