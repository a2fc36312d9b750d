package org.asterism.core.channel;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link CallLeg} reports what its far end does: it becomes the channel's state, an event in the channel's {@link Mailbox}, and
 * a word to the listeners of the registry. For the leg's own loop; nothing here blocks.
 */
public final class LegEvents {
    private final Channel channel;
    private final ChannelRegistry registry;

    LegEvents(Channel channel, ChannelRegistry registry) {
        this.channel = channel;
        this.registry = registry;
    }

    /** The far end was answered. */
    public void onAnswered() {
        channel.state(ChannelState.UP);
        post(ChannelEvent.of(channel, ChannelEvent.Kind.ANSWERED, 0));
    }

    /**
     * The far end lets us know something.
     *
     * @param indication what
     * @param text       the hold class or {@code null}
     */
    public void onIndication(Indication indication, @Nullable String text) {
        if (indication == Indication.RINGING && channel.state() != ChannelState.UP) {
            channel.state(ChannelState.RINGING);
        }
        if (indication == Indication.HOLD || indication == Indication.UNHOLD) {
            registry.held(channel, indication == Indication.HOLD, text);
        }
        post(new ChannelEvent(channel, ChannelEvent.Kind.INDICATION, 0, indication, text));
    }

    /**
     * A DTMF digit began.
     *
     * @param digit which
     */
    public void onDigitBegin(char digit) {
        registry.digit(channel, digit, true);
        post(ChannelEvent.of(channel, ChannelEvent.Kind.DIGIT_BEGIN, digit));
    }

    /**
     * A DTMF digit ended.
     *
     * @param digit which
     */
    public void onDigitEnd(char digit) {
        registry.digit(channel, digit, false);
        post(ChannelEvent.of(channel, ChannelEvent.Kind.DIGIT_END, digit));
    }

    /**
     * Text arrived.
     *
     * @param text the text
     */
    public void onText(String text) {
        post(new ChannelEvent(channel, ChannelEvent.Kind.TEXT, 0, null, text));
    }

    /**
     * A media source has come to its end.
     *
     * @param number as it was given to {@link org.asterism.core.media.MediaPort#play}
     */
    public void onMediaEnded(int number) {
        post(ChannelEvent.of(channel, ChannelEvent.Kind.MEDIA_ENDED, number));
    }

    /**
     * The far end hung up, or is gone.
     *
     * @param cause a {@link HangupCause} number
     */
    public void onHangup(int cause) {
        channel.requestHangup(cause, true);
    }

    private void post(ChannelEvent event) {
        channel.mailbox().post(event);
    }
}
