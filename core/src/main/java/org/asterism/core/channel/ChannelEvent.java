package org.asterism.core.channel;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a channel, delivered to the {@link Mailbox} of the thread that looks after it.
 *
 * @param channel where
 * @param kind    what
 * @param value   a digit, a hang-up cause, a source's number or zero, by kind
 * @param indication what arrived, for INDICATION; else {@code null}
 * @param text    text, the hold class or an indication's payload; {@code null} for most kinds
 */
public record ChannelEvent(
        Channel channel,
        Kind kind,
        int value,
        @Nullable Indication indication,
        @Nullable String text) {
    /** What can happen. */
    public enum Kind {
        /** The far end was answered. */
        ANSWERED,
        /** An {@link Indication} arrived. */
        INDICATION,
        /** A DTMF digit began; {@code value} is the character. */
        DIGIT_BEGIN,
        /** A DTMF digit ended; {@code value} is the character. */
        DIGIT_END,
        /** Text arrived. */
        TEXT,
        /** A media source given to the channel has come to its end; {@code value} is its number. */
        MEDIA_ENDED,
        /** The far end, an operator or a limit ended the call; {@code value} is the cause. */
        HANGUP,
        /** Nothing happened to the channel: somebody wants its thread to look around. */
        WAKE
    }

    /**
     * An event that carries a number at most.
     *
     * @param channel where
     * @param kind    what
     * @param value   a digit, a cause, a source's number, or zero
     * @return the event
     */
    public static ChannelEvent of(Channel channel, Kind kind, int value) {
        return new ChannelEvent(channel, kind, value, null, null);
    }
}
