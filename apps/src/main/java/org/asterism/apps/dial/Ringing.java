package org.asterism.apps.dial;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.CallReports;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.channel.DialStatus;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.DigitSender;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Indication;
import org.asterism.core.log.Verbose;
import org.jspecify.annotations.Nullable;

/** Waits until one of the called parties answers, none can any more, the time is over, or the caller leaves. Caller's thread. */
final class Ringing {
    /** Ends the attempt where the caller may hang up with a key. */
    private static final char HANGUP_KEY = '*';

    private final Pbx pbx;
    private final Channel caller;
    private final DialOptions options;
    private final List<Fork> forks;
    private final Attempts attempts;
    private final DialTimes times;
    private final CallerProgress progress;
    private final boolean single;
    private final CallReports reports;

    private @Nullable Fork answered;
    private @Nullable DialStatus status;

    Ringing(
            Pbx pbx,
            Channel caller,
            DialOptions options,
            List<Fork> forks,
            Attempts attempts,
            DialTimes times,
            CallerProgress progress) {
        this.pbx = pbx;
        this.caller = caller;
        this.options = options;
        this.forks = forks;
        this.attempts = attempts;
        this.times = times;
        this.progress = progress;
        this.single = forks.size() == 1;
        this.reports = new CallReports(pbx.events());
    }

    /**
     * Waits.
     *
     * @param timeoutMs how long, negative for without end
     * @return the call that was answered; {@code null} when none was, and {@link #status} says why
     */
    @Nullable
    Fork await(long timeoutMs) {
        progress.begin();
        try {
            return decided(timeoutMs);
        } finally {
            progress.end();
        }
    }

    private @Nullable Fork decided(long timeoutMs) {
        long deadline = System.nanoTime() + timeoutMs * 1_000_000L;
        while (answered == null && status == null) {
            forks.forEach(this::notice);
            if (forks.stream().allMatch(Fork::over)) {
                status = attempts.status();
                break;
            }
            long leftMs = timeoutMs < 0 ? timeoutMs : (deadline - System.nanoTime() + 999_999) / 1_000_000L;
            if (timeoutMs >= 0 && leftMs <= 0) {
                Verbose.say(3, "Nobody picked up in " + timeoutMs + " ms");
                status = DialStatus.NOANSWER;
                break;
            }
            ChannelEvent event = caller.await(leftMs);
            if (event != null) {
                handle(event);
            }
        }
        return answered;
    }

    /** {@return how it came out when nobody answered} */
    DialStatus status() {
        return status == null ? DialStatus.ANSWER : status;
    }

    private void notice(Fork fork) {
        if (!fork.over() && fork.channel().hungUp()) {
            failed(fork, fork.channel().hangupCause());
        }
    }

    private void handle(ChannelEvent event) {
        if (event.channel() == caller) {
            byCaller(event);
            return;
        }
        for (Fork fork : forks) {
            if (fork.channel() == event.channel() && !fork.over()) {
                byCalled(fork, event);
            }
        }
    }

    private void byCalled(Fork fork, ChannelEvent event) {
        switch (event.kind()) {
            case ANSWERED -> {
                say(fork, "answered " + caller.name());
                answered = fork;
                fork.answered();
            }
            case INDICATION -> {
                if (event.indication() != null) {
                    indicated(fork, event.indication(), event.text());
                }
            }
            case HANGUP -> failed(fork, event.value());
            case TEXT -> {
                if (single && event.text() != null) {
                    caller.leg().sendText(event.text());
                }
            }
            case DIGIT_BEGIN, DIGIT_END, MEDIA_ENDED, WAKE -> {}
        }
    }

    private void indicated(Fork fork, Indication indication, @Nullable String text) {
        switch (indication) {
            case RINGING -> {
                say(fork, "is ringing");
                reports.dialState(caller, fork.channel(), "RINGING");
                times.ringing();
                progress.ringing();
            }
            case PROGRESS -> {
                reports.dialState(caller, fork.channel(), "PROGRESS");
                say(fork, "is making progress passing it to " + caller.name());
                times.progress();
                if (single) {
                    progress.earlyMedia(fork.channel());
                    DigitSender.send(
                            caller,
                            fork.channel(),
                            options.digitsOnProgress(),
                            DigitSender.DEFAULT_DIGIT_MS,
                            DigitSender.DEFAULT_GAP_MS);
                }
            }
            case PROCEEDING -> {
                reports.dialState(caller, fork.channel(), "PROCEEDING");
                say(fork, "is proceeding passing it to " + caller.name());
                if (single) {
                    progress.pass(indication, text);
                }
            }
            case BUSY -> failed(fork, HangupCause.USER_BUSY);
            case CONGESTION -> failed(fork, HangupCause.CONGESTION);
            case HOLD, UNHOLD, FLASH, RADIO_KEY, RADIO_UNKEY, VIDEO_UPDATE, STOP -> {
                if (single) {
                    progress.pass(indication, text);
                }
            }
        }
    }

    private void failed(Fork fork, int cause) {
        if (cause == HangupCause.USER_BUSY) {
            say(fork, "is busy");
        } else if (cause == HangupCause.CONGESTION) {
            say(fork, "is circuit-busy");
        }
        caller.hangupCause(cause);
        attempts.failed(cause);
        fork.end(cause, DialStatus.ofCause(cause));
    }

    private void byCaller(ChannelEvent event) {
        switch (event.kind()) {
            case DIGIT_BEGIN -> {
                if (single) {
                    forks.getFirst().channel().leg().beginDigit((char) event.value());
                }
            }
            case DIGIT_END -> digit((char) event.value());
            case TEXT -> {
                if (single && event.text() != null) {
                    forks.getFirst().channel().leg().sendText(event.text());
                }
            }
            case INDICATION -> {
                if (single && event.indication() != null) {
                    forks.getFirst().channel().leg().indicate(event.indication(), event.text());
                }
            }
            case ANSWERED, MEDIA_ENDED, HANGUP, WAKE -> {}
        }
    }

    private void digit(char digit) {
        String context = caller.position().context();
        if (options.exitsOnDigit()
                && pbx.dialplan()
                        .exists(
                                context,
                                String.valueOf(digit),
                                1,
                                caller.callerId().number())) {
            caller.position(new DialplanPosition(context, String.valueOf(digit), 1));
            status = DialStatus.CANCEL;
        } else if (options.callerMayHangUp() && digit == HANGUP_KEY) {
            Verbose.say(3, "User requested call disconnect.");
            status = DialStatus.CANCEL;
        } else if (single) {
            forks.getFirst().channel().leg().endDigit(digit, DigitSender.DEFAULT_DIGIT_MS);
        }
    }

    private static void say(Fork fork, String what) {
        if (Verbose.isOn(3)) {
            Verbose.say(3, fork.channel().name() + " " + what);
        }
    }
}
