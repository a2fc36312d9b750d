package org.asterism.core.media;

import org.jspecify.annotations.Nullable;

/**
 * The audio of one leg: what arrives goes to a {@link MediaSink} or straight to another leg, what is sent comes from a
 * {@link MediaSource}, from {@link #write}, or straight from another leg. Methods are safe for any thread unless they say
 * otherwise and take effect on the leg's loop, in order.
 */
public interface MediaPort {
    /** {@return the thread that owns this port} */
    MediaLoop loop();

    /** {@return the format that the far end sends and is sent} */
    Format format();

    /**
     * Has arriving audio given to a sink, in place of the one before.
     *
     * @param sink where it goes, or {@code null} to drop it
     */
    void listen(@Nullable MediaSink sink);

    /**
     * Has audio sent from a source, in place of the one before, until it ends, when the channel gets a
     * {@link org.asterism.core.channel.ChannelEvent.Kind#MEDIA_ENDED} event. A source that is replaced gets no event.
     *
     * @param source what to send, in {@link #format}; {@code null} to send nothing
     * @param number returned in the event's value
     */
    void play(@Nullable MediaSource source, int number);

    /**
     * Sends one frame now. Only on {@link #loop}.
     *
     * @param frame the audio, in {@link #format}; it is copied or sent before this returns
     */
    void write(MediaFrame frame);

    /**
     * Relays audio between this port and another without any code in between, where the technology can: both legs of one
     * technology and format. Sinks and sources of both ports are out of work until {@link #endRelay}.
     *
     * @param other the port to exchange audio with
     * @return whether it is done; if not, the caller joins the ports with sinks
     */
    boolean relay(MediaPort other);

    /** Ends what {@link #relay} began, on both ports. */
    void endRelay();
}
