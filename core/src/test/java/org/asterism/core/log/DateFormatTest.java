package org.asterism.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormatTest {
    private static final ZonedDateTime TIME =
            ZonedDateTime.of(2026, 3, 5, 14, 7, 9, 123_456_789, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "%b %e %T|Mar  5 14:07:09",
                "%F %T|2026-03-05 14:07:09",
                "%F %T.%3q|2026-03-05 14:07:09.123",
                "%T.%6q|14:07:09.123456",
                "%T.%q|14:07:09.123",
                "%d/%m/%y %H:%M:%S|05/03/26 14:07:09",
                "%a %A %B %j|Thu Thursday March 064",
                "%I:%M %p|02:07 PM",
                "%l %k|\u00202 14",
                "%s|1772716029",
                "%z|+0100",
                "%D %R|03/05/26 14:07",
                "100%%|100%",
                "it's %Y|it's 2026",
                "%Q|%Q",
                "end%|end%",
            })
    void shouldFormatAsStrftimeDoes(String pattern, String expected) {
        assertThat(DateFormat.of(pattern).format(TIME)).isEqualTo(expected);
    }
}
