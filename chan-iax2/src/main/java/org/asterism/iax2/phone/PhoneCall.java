package org.asterism.iax2.phone;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.media.MediaSource;
import org.asterism.core.sound.Recording;
import org.asterism.core.sound.Sound;
import org.asterism.core.sound.SoundFileType;
import org.asterism.core.time.Timer;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallObserver;
import org.asterism.iax2.call.RemoteReport;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** What the phone does with its call. Lives on the shard's thread. */
final class PhoneCall implements CallObserver {
    private static final int TAIL_MS = 1000;
    private static final int DIGIT_MS = 100;
    private static final int MS_PER_SECOND = 1000;

    private final Iax2Shard shard;
    private final PhoneOptions options;
    private final @Nullable Sound sound;
    private final Consumer<String> lines;
    private final CompletableFuture<Boolean> done;
    private final long startMs;
    private @Nullable OrderedPort heard;
    private @Nullable Recording recording;
    private boolean answered;

    /**
     * @param shard   where the call is
     * @param options the command line
     * @param sound   what to play, or null
     * @param lines   is told each step
     * @param done    completed when all is over: whether the call was answered; the recording is to be closed then
     */
    PhoneCall(
            Iax2Shard shard,
            PhoneOptions options,
            @Nullable Sound sound,
            Consumer<String> lines,
            CompletableFuture<Boolean> done) {
        this.shard = shard;
        this.options = options;
        this.sound = sound;
        this.lines = lines;
        this.done = done;
        this.startMs = shard.nowMs();
    }

    @Nullable
    Recording recording() {
        return recording;
    }

    void say(String what) {
        long elapsedMs = shard.nowMs() - startMs;
        lines.accept(String.format(Locale.ROOT, "%7.3f  %s", elapsedMs / (double) MS_PER_SECOND, what));
    }

    void placed(Call call) {
        after(options.answerSeconds() * MS_PER_SECOND, () -> {
            if (!answered) {
                hangup(call, "no answer after " + options.answerSeconds() + " s, hanging up");
            }
        });
    }

    @Override
    public void onAccepted(Call call) {
        say("accepted, " + call.media().format().label());
        call.dialog().send(IaxCommand.PING);
        if (options.record() != null) {
            try {
                heard = new OrderedPort(call.media());
                recording = Recording.start(heard, options.record(), SoundFileType.WAV, false);
            } catch (IOException e) {
                hangup(call, "cannot record to " + options.record() + ": " + e.getMessage());
            }
        }
    }

    @Override
    public void onAnswered(Call call) {
        answered = true;
        say("answered");
        if (options.durationSeconds() > 0) {
            after(options.durationSeconds() * MS_PER_SECOND, () -> hangup(call, "hanging up"));
        }
        int digitsEndMs = sendDigits(call);
        after(digitsEndMs, () -> play(call));
    }

    /** Sends the digits; returns when the last has ended, in ms from now. */
    private int sendDigits(Call call) {
        String digits = options.dtmf();
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            after(2 * DIGIT_MS * i, () -> {
                say("digit " + digit);
                call.signals().beginDigit(digit);
            });
            after(2 * DIGIT_MS * i + DIGIT_MS, () -> call.signals().endDigit(digit));
        }
        return 2 * DIGIT_MS * digits.length();
    }

    private void play(Call call) {
        Sound played = sound;
        if (played == null || !call.isAlive()) {
            return;
        }
        MediaSource source = played.play().in(call.media().format());
        if (source == null) {
            hangup(
                    call,
                    "there is no way from " + played.format().label() + " to "
                            + call.media().format().label());
            return;
        }
        say(String.format(Locale.ROOT, "playing %s, %.1f s", played.origin(), played.milliseconds() / 1000.0));
        call.media().play(source, 1);
    }

    @Override
    public void onMediaEnded(Call call, int number) {
        say("played");
        if (options.durationSeconds() == 0) {
            after(TAIL_MS, () -> hangup(call, "hanging up"));
        }
    }

    @Override
    public void onControl(Call call, ControlCommand control, String text) {
        if (control != ControlCommand.STOP_INDICATIONS) {
            say(control.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (control == ControlCommand.BUSY || control == ControlCommand.CONGESTION) {
            hangup(call, "hanging up");
        }
    }

    @Override
    public void onDigitEnd(Call call, char digit) {
        say("heard digit " + digit);
    }

    @Override
    public void onText(Call call, String text) {
        say("text: " + text);
    }

    @Override
    public void onEnded(Call call, int cause, String why) {
        say("ended by the far end: cause " + cause + ", " + HangupCause.text(cause)
                + (why.isEmpty() || why.equals(IaxCommand.HANGUP.name()) ? "" : " (" + why + ")"));
        over(call);
    }

    void hangup(Call call, String why) {
        if (call.isAlive()) {
            say(why);
            call.hangup(HangupCause.NORMAL_CLEARING);
            over(call);
        }
    }

    private void over(Call call) {
        if (heard != null) {
            heard.flush();
        }
        if (answered) {
            RemoteReport far = call.remoteReport();
            int rttMs = call.dialog().rttMs();
            lines.accept(String.format(
                    Locale.ROOT,
                    "round trip %d ms; sent %d frames, the far end has reported %d and missed %.1f %%; received %d, "
                            + "missed %.1f %%, jitter %d ms",
                    rttMs,
                    call.media().sentFrames(),
                    far.packets(),
                    (double) far.lostPercent(),
                    call.media().quality().packets(),
                    (double) call.media().quality().lostPercent(),
                    call.media().quality().jitterMs()));
        }
        done.complete(answered);
    }

    private void after(int delayMs, Runnable action) {
        shard.loop()
                .schedule(
                        new Timer() {
                            @Override
                            protected void expire(long nowMs) {
                                action.run();
                            }
                        },
                        delayMs);
    }
}
