package org.asterism.core.channel;

import org.asterism.core.media.MediaPort;
import org.jspecify.annotations.Nullable;

/**
 * The technology's half of a {@link Channel}: one dialog with one far end. Every method may be called from any thread, returns
 * at once and is carried out in order by the leg's own thread; on a leg that is over it does nothing. What the far end does
 * comes back through {@link LegEvents}.
 */
public interface CallLeg {
    /**
     * Places the outgoing call this leg was {@linkplain ChannelTechnology#request requested} for.
     */
    void call();

    /** Answers an incoming call. */
    void answer();

    /**
     * Lets the far end know something.
     *
     * @param indication what
     * @param text       the music class suggested with HOLD, else {@code null}
     */
    void indicate(Indication indication, @Nullable String text);

    /**
     * Begins a DTMF digit towards the far end.
     *
     * @param digit one of {@code 0-9 A-D * #}
     */
    void beginDigit(char digit);

    /**
     * Ends a DTMF digit towards the far end.
     *
     * @param digit      the digit that was begun
     * @param durationMs how long it lasted, in milliseconds
     */
    void endDigit(char digit, int durationMs);

    /**
     * Sends text to the far end.
     *
     * @param text the text, at most some hundred characters
     */
    void sendText(String text);

    /**
     * Ends the call. The leg frees what it holds once the far end has confirmed or a deadline has passed.
     *
     * @param cause a {@link HangupCause} number
     */
    void hangup(int cause);

    /** {@return the audio of this leg} */
    MediaPort media();
}
