package org.asterism.iax2.call;

import java.util.Map;
import org.asterism.iax2.wire.ControlCommand;

/** Told what happens to a call: a channel of the switch, or a phone. Called on the shard's thread, must not block. */
public interface CallObserver {
    /**
     * Our call was accepted: there is a codec, and audio may flow.
     *
     * @param call which
     */
    default void onAccepted(Call call) {}

    /**
     * The remote answered.
     *
     * @param call which
     */
    default void onAnswered(Call call) {}

    /**
     * The remote lets us know something else than that it answers.
     *
     * @param call    which
     * @param control what
     * @param text    the music class of HOLD, else empty
     */
    default void onControl(Call call, ControlCommand control, String text) {}

    /**
     * A digit begins.
     *
     * @param call  which
     * @param digit one of {@code 0-9 A-D * #}
     */
    default void onDigitBegin(Call call, char digit) {}

    /**
     * A digit ends. Always after its beginning, also from remotes that only send the end.
     *
     * @param call  which
     * @param digit one of {@code 0-9 A-D * #}
     */
    default void onDigitEnd(Call call, char digit) {}

    /**
     * Text arrived.
     *
     * @param call which
     * @param text the text
     */
    default void onText(Call call, String text) {}

    /**
     * Variables arrived after the beginning of the call.
     *
     * @param call      which
     * @param variables by name
     */
    default void onVariables(Call call, Map<String, String> variables) {}

    /**
     * A source that was played has come to its end.
     *
     * @param call   which
     * @param number as it was given with the source
     */
    default void onMediaEnded(Call call, int number) {}

    /**
     * The call is over, not by {@link Call#hangup}. Nothing follows.
     *
     * @param call  which
     * @param cause a {@link org.asterism.core.channel.HangupCause} number
     * @param why   for the log
     */
    void onEnded(Call call, int cause, String why);
}
