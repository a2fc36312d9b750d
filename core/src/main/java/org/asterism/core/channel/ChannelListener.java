package org.asterism.core.channel;

import org.jspecify.annotations.Nullable;

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
     * A channel begins an application; its position is where.
     *
     * @param channel which
     */
    default void applicationBegan(Channel channel) {}

    /**
     * A channel has been called.
     *
     * @param caller  for whom; {@code null} when the switch itself calls
     * @param called  the new channel
     * @param dialled the dial string after {@code Tech/}
     */
    default void dialBegan(@Nullable Channel caller, Channel called, String dialled) {}

    /**
     * A channel that had been called answered, failed, or was given up.
     *
     * @param caller for whom it was called; {@code null} when the switch itself called
     * @param called which
     * @param status how it came out
     */
    default void dialEnded(@Nullable Channel caller, Channel called, DialStatus status) {}

    /**
     * A channel has joined a bridge, {@link Channel#bridgeId}.
     *
     * @param channel which
     * @param other   whom it talks to there
     */
    default void bridged(Channel channel, Channel other) {}

    /**
     * A channel is about to leave its bridge, {@link Channel#bridgeId}.
     *
     * @param channel which
     */
    default void unbridged(Channel channel) {}

    /**
     * A channel is to end.
     *
     * @param channel  which
     * @param cause    a {@link HangupCause} number
     * @param byFarEnd whether the far end wants it, or is gone
     */
    default void hangupRequested(Channel channel, int cause, boolean byFarEnd) {}

    /**
     * The far end pressed a key, or released it.
     *
     * @param channel which
     * @param digit   one of {@code 0-9 A-D * #}
     * @param begins  whether it was pressed
     */
    default void digit(Channel channel, char digit, boolean begins) {}

    /**
     * The far end put us on hold, or took us off it.
     *
     * @param channel    which
     * @param held       whether it is on hold now
     * @param musicClass the class of music suggested, {@code null} for none
     */
    default void held(Channel channel, boolean held, @Nullable String musicClass) {}

    /**
     * A variable of a channel was set.
     *
     * @param channel which
     * @param name    of the variable
     * @param value   its value, empty when it was unset
     */
    default void variableSet(Channel channel, String name, String value) {}

    /**
     * The dialplan run of a channel is over; extension h, where there is one, runs next.
     *
     * @param channel which
     */
    default void hangingUp(Channel channel) {}

    /**
     * A channel ended.
     *
     * @param channel which
     */
    default void ended(Channel channel) {}
}
