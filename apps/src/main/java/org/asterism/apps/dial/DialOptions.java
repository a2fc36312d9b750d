package org.asterism.apps.dial;

import org.asterism.core.bridge.BridgeOptions;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.OptionLetters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The options of one Dial. */
final class DialOptions {
    /**
     * The letters that are acted on. {@code i} and {@code I} ask for what happens anyway: no technology here forwards calls or
     * updates the connected line while ringing.
     */
    static final String LETTERS = "acdgmrRDLSFhHiIo";

    private static final Logger LOG = LoggerFactory.getLogger(DialOptions.class);

    private final OptionLetters letters;
    private final Channel caller;

    DialOptions(Channel caller, String text) {
        this.caller = caller;
        this.letters = OptionLetters.parse("Dial", LETTERS, text);
    }

    /** {@return whether the caller is answered before the called party is} */
    boolean answersFirst() {
        return letters.has('a');
    }

    /** {@return whether parties that are given up are told that somebody else answered} */
    boolean answeredElsewhere() {
        return letters.has('c');
    }

    /** {@return whether the caller may leave for a one-digit extension while it rings} */
    boolean exitsOnDigit() {
        return letters.has('d');
    }

    /** {@return whether the caller goes on in the dialplan when the called party hangs up} */
    boolean goesOn() {
        return letters.has('g');
    }

    /** {@return whether the caller hears music instead of ringing} */
    boolean music() {
        return letters.has('m');
    }

    /** {@return the class of that music, or {@code null} for the caller's own} */
    @Nullable
    String musicClass() {
        return letters.value('m').isEmpty() ? null : letters.value('m');
    }

    /** {@return whether the caller is told that it rings, whatever the called party says, and hears no early media} */
    boolean fakesRinging() {
        return letters.has('r');
    }

    /** {@return the tone to ring with, empty for the usual} */
    String ringTone() {
        return letters.value('r');
    }

    /** {@return whether the caller is told that it rings until early media comes} */
    boolean ringsUntilMedia() {
        return letters.has('R');
    }

    /** {@return whether the caller ends the call with the hang-up key} */
    boolean callerMayHangUp() {
        return letters.has('H');
    }

    /** {@return whether the called party ends the call with the hang-up key} */
    boolean calledMayHangUp() {
        return letters.has('h');
    }

    /** {@return whether the called party goes on in the dialplan when the caller hangs up} */
    boolean calledGoesOn() {
        return letters.has('F');
    }

    /** {@return where the called party goes on, {@code context^extension^priority}; empty for the caller's next priority} */
    String calledGoesOnAt() {
        return letters.value('F');
    }

    /** {@return the caller id of the called channel; {@code null} for the number that was dialled} */
    @Nullable
    String calledChannelId() {
        return letters.has('o') ? letters.value('o') : null;
    }

    /** {@return digits sent to the called party once it has answered} */
    String digitsForCalled() {
        return digits(0);
    }

    /** {@return digits sent to the caller once the called party has answered} */
    String digitsForCaller() {
        return digits(1);
    }

    /** {@return digits sent to the called party when it makes progress} */
    String digitsOnProgress() {
        return digits(2);
    }

    /** {@return what the bridge does besides joining the two} */
    BridgeOptions bridge() {
        long limitMs = 0;
        BridgeOptions.LimitWarning warning = null;
        if (letters.has('L')) {
            ArgumentList parts = ArgumentList.raw(letters.value('L'), ':');
            limitMs = milliseconds('L', parts.get(0), 1);
            long leftMs = milliseconds('L', parts.get(1), 1);
            if (limitMs > 0 && leftMs > 0) {
                warning = warning(leftMs, milliseconds('L', parts.get(2), 1));
            }
        }
        if (letters.has('S')) {
            long sMs = milliseconds('S', letters.value('S'), 1000);
            limitMs = limitMs == 0 || (sMs > 0 && sMs < limitMs) ? sMs : limitMs;
        }
        return new BridgeOptions(limitMs, warning, callerMayHangUp(), calledMayHangUp());
    }

    private BridgeOptions.LimitWarning warning(long leftMs, long repeatMs) {
        String sound = caller.variables().get("LIMIT_WARNING_FILE");
        return new BridgeOptions.LimitWarning(
                leftMs,
                repeatMs,
                sound == null ? "beep" : sound,
                isOn("LIMIT_PLAYAUDIO_CALLER", true),
                isOn("LIMIT_PLAYAUDIO_CALLEE", false));
    }

    private boolean isOn(String variable, boolean otherwise) {
        String value = caller.variables().get(variable);
        return value == null ? otherwise : value.matches("(?i)yes|true|y|t|1|on");
    }

    private String digits(int place) {
        return ArgumentList.raw(letters.value('D'), ':').get(place);
    }

    private long milliseconds(char option, String text, int unitMs) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            double value = Double.parseDouble(text.trim());
            if (value >= 0 && value < Integer.MAX_VALUE) {
                return Math.round(value * unitMs);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        LOG.warn("{}: Dial: '{}' is no length of time for option {}", caller.name(), text, option);
        return 0;
    }
}
