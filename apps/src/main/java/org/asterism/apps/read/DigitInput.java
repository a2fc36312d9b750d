package org.asterism.apps.read;

import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.dialplan.DigitTimeouts;
import org.asterism.core.sound.AudioPlayer;
import org.asterism.core.sound.Tone;
import org.asterism.core.sound.ToneSource;
import org.asterism.core.sound.ToneZone;

/** Plays a prompt and collects digits. The channel's thread. */
final class DigitInput {
    /** Where no largest number is given: what a variable is to hold at most. */
    private static final int LIMIT = 255;

    private final Channel channel;
    private final AudioPlayer player;
    private final String prompt;
    private final boolean tone;
    private final int most;
    private final String terminators;
    private final long timeoutMs;
    private final StringBuilder digits = new StringBuilder();

    DigitInput(Pbx pbx, Channel channel, String prompt, boolean tone, int most, String terminators, long timeoutMs) {
        this.channel = channel;
        this.player = new AudioPlayer(channel, pbx.sounds());
        this.prompt = prompt;
        this.tone = tone;
        this.most = most == 0 ? LIMIT : most;
        this.terminators = terminators;
        this.timeoutMs = timeoutMs;
    }

    /** {@return what was entered} */
    String digits() {
        return digits.toString();
    }

    /**
     * Plays the prompt and collects.
     *
     * @return whether the input was completed, by its terminator or its length; false when the time was over
     */
    boolean collect() {
        digits.setLength(0);
        DigitTimeouts timeouts = DigitTimeouts.of(channel);
        Tone indication = tone ? ToneZone.US.find(prompt) : null;
        try {
            if (indication != null) {
                ToneSource source = new ToneSource(indication, ToneSource.INDICATION_LEVEL);
                channel.leg().media().play(source.in(channel.leg().media().format()), 0);
            } else if (!prompt.isEmpty()) {
                char digit = player.playAll(prompt, AudioPlayer.ANY_DIGIT).digit();
                if (digit != 0 && take(digit)) {
                    return true;
                }
            }
            while (true) {
                long ms = timeoutMs > 0 ? timeoutMs : digits.isEmpty() ? timeouts.responseMs() : timeouts.digitMs();
                char digit = nextDigit(ms);
                if (digit == 0) {
                    return false;
                }
                if (indication != null) {
                    channel.leg().media().play(null, 0);
                }
                if (take(digit)) {
                    return true;
                }
            }
        } finally {
            if (indication != null) {
                channel.leg().media().play(null, 0);
            }
        }
    }

    private boolean take(char digit) {
        if (terminators.indexOf(digit) >= 0) {
            return true;
        }
        digits.append(digit);
        return digits.length() >= most;
    }

    private char nextDigit(long milliseconds) {
        long deadline = System.nanoTime() + milliseconds * 1_000_000L;
        while (true) {
            ChannelEvent event = channel.await(Math.max(0, (deadline - System.nanoTime() + 999_999) / 1_000_000L));
            if (event == null) {
                return 0;
            }
            if (event.channel() == channel && event.kind() == ChannelEvent.Kind.DIGIT_END) {
                return (char) event.value();
            }
        }
    }
}
