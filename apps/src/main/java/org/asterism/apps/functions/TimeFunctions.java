package org.asterism.apps.functions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.FunctionFailed;

/** STRFTIME and STRPTIME. */
final class TimeFunctions {
    private static final String DEFAULT_FORMAT = "%c";

    private TimeFunctions() {}

    static List<DialplanFunction> all() {
        return List.of(
                FunctionDraft.of(
                                "STRFTIME([epoch[,timezone[,format]]])",
                                "Returns the current date/time in the specified format.",
                                "The format is that of C's strftime, with %q for fractions of a second: %3q are"
                                        + " milliseconds.",
                                "epoch - seconds since 1970, now when it is empty",
                                "timezone - such as Europe/Berlin, the machine's when it is empty",
                                "format - %c when it is empty")
                        .reading((_, text) -> {
                            ArgumentList arguments = ArgumentList.of(text, 3);
                            ZonedDateTime time =
                                    ZonedDateTime.ofInstant(instant(arguments.get(0)), zone(arguments.get(1)));
                            return TimeFormat.format(time, arguments.has(2) ? arguments.get(2) : DEFAULT_FORMAT);
                        }),
                FunctionDraft.of(
                                "STRPTIME(datetime,timezone,format)",
                                "Returns the epoch of the arbitrary date/time string structured as described by the"
                                        + " format.",
                                "",
                                "datetime - the text to read",
                                "timezone - such as Europe/Berlin, the machine's when it is empty",
                                "format - as C's strptime has it")
                        .reading((_, text) -> {
                            ArgumentList arguments = ArgumentList.of(text, 3);
                            if (!arguments.has(0) || !arguments.has(2)) {
                                throw new FunctionFailed("STRPTIME takes a time, a timezone and a format");
                            }
                            return String.valueOf(
                                    TimeFormat.parse(arguments.get(0), zone(arguments.get(1)), arguments.get(2))
                                            .toEpochSecond());
                        }));
    }

    private static Instant instant(String text) {
        String trimmed = text.strip();
        int point = trimmed.indexOf('.');
        try {
            long seconds = Long.parseLong(point < 0 ? trimmed : trimmed.substring(0, point));
            String fraction = point < 0 ? "0" : (trimmed.substring(point + 1) + "000000000").substring(0, 9);
            return Instant.ofEpochSecond(seconds, Long.parseLong(fraction));
        } catch (NumberFormatException | DateTimeException _) {
            return Instant.now();
        }
    }

    private static ZoneId zone(String name) throws FunctionFailed {
        if (name.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new FunctionFailed("'" + name + "' is no timezone; it must be such as Europe/Berlin or UTC");
        }
    }
}
