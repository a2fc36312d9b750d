package org.asterism.apps.functions;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.DigitTimeouts;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.log.Verbose;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_timeout}: TIMEOUT. */
@ModuleInfo(name = "func_timeout", description = "Channel timeout dialplan functions")
public final class TimeoutModule implements LoadableModule {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS zzz", Locale.ROOT);
    private static final double LONGEST_SECONDS = 10_000_000;

    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "TIMEOUT(timeouttype)",
                        "Gets or sets timeouts on the channel.",
                        "In seconds, with a fraction. When the absolute one is over the call goes on at extension T.",
                        "absolute - how long the call may last from now on, 0 for no limit",
                        "digit - how long to wait for a further digit, 5 s unless it is set",
                        "response - how long to wait for the first digit, 10 s unless it is set")
                .ofChannel(TimeoutModule::read, TimeoutModule::write));
    }

    private static String read(Channel channel, String type) throws FunctionFailed {
        DigitTimeouts timeouts = DigitTimeouts.of(channel);
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "absolute" -> {
                long left = channel.absoluteTimeoutLeft();
                yield left == 0 ? "0" : seconds(Math.max(0, left));
            }
            case "digit" -> seconds(timeouts.digitMs());
            case "response" -> seconds(timeouts.responseMs());
            default -> throw unknown(type);
        };
    }

    private static void write(Channel channel, String type, String value) throws FunctionFailed {
        double seconds = value.isBlank() ? 0 : Numerals.decimal(value, "TIMEOUT");
        long millis = Math.round(Math.clamp(seconds, 0, LONGEST_SECONDS) * 1_000);
        switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "absolute" -> {
                channel.absoluteTimeout(millis);
                Verbose.say(
                        3,
                        millis == 0
                                ? "Channel hangup cancelled."
                                : "Channel will hangup at "
                                        + TIME.format(ZonedDateTime.now(ZoneId.systemDefault())
                                                .plus(millis, ChronoUnit.MILLIS))
                                        + ".");
            }
            case "digit" -> {
                DigitTimeouts.of(channel).digitMs(millis);
                Verbose.say(
                        3,
                        "Digit timeout set to "
                                + seconds(DigitTimeouts.of(channel).digitMs()));
            }
            case "response" -> {
                DigitTimeouts.of(channel).responseMs(millis);
                Verbose.say(
                        3,
                        "Response timeout set to "
                                + seconds(DigitTimeouts.of(channel).responseMs()));
            }
            default -> throw unknown(type);
        }
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1_000, millis % 1_000);
    }

    private static FunctionFailed unknown(String type) {
        return new FunctionFailed("Unknown timeout type '" + type + "': it is absolute, digit or response");
    }
}
