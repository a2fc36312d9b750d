package org.asterism.core.channel;

/** A way to make calls, such as IAX2: the part of a dial string before the first slash. */
public interface ChannelTechnology {
    /** {@return the name in dial strings, such as {@code IAX2}} */
    String name();

    /** {@return one line for {@code core show channeltypes}} */
    String description();

    /**
     * Makes an outgoing channel, without calling yet: the caller sets variables and the mailbox, then {@link Channel#dial}s it.
     * May block for a name look-up; call it from the channel's own thread.
     *
     * @param request where to, for whom
     * @return the new channel in state {@link ChannelState#DOWN}
     * @throws CallFailed there is no way to place this call; its cause becomes HANGUPCAUSE
     */
    Channel request(DialRequest request) throws CallFailed;

    /**
     * What is known of a device without calling it, for DEVICE_STATE and hints.
     *
     * @param resource the dial string after the technology, such as {@code alice}
     * @return its state
     */
    default DeviceState deviceState(String resource) {
        return DeviceState.UNKNOWN;
    }
}
