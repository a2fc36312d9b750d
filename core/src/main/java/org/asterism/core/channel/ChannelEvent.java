package org.asterism.core.channel;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a channel, delivered to the {@link Mailbox} of the thread that looks after it.
 *
 * @param channel where
 * @param kind    what
 * @param value   a digit, a hang-up cause or zero, by kind
 * @param text    text, the hold class or an indication's payload; {@code null} for most kinds
 */
public record ChannelEvent(
        Channel channel, Kind kind, int value, @Nullable String text) {
    /** What can happen. */
    public enum Kind {
        /** The far end was answered. */
        ANSWERED,
        /** An {@link Indication} arrived; {@code value} is its ordinal. */
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
     * The indication of an {@link Kind#INDICATION} event.
     *
     * @return which
     */
    public Indication indication() {
        return Indication.values()[value];
    }
}
