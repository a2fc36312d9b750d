package org.asterism.core.manager.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
    private static final Event EVENT =
            Event.of("Hangup", EventClass.CALL, "Channel", "IAX2/alice-17", "Cause", "16", "Empty", "");
    private static final String TEXT = "Event: Hangup\r\nChannel: IAX2/alice-17\r\nCause: 16\r\nEmpty: \r\n\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // criteria | expression | excludes | matches
                "''|Event: Hangup|false|true",
                "''|Event: Newstate|false|false",
                "''|!Channel: .*alice|true|true",
                "name(hangup)|''|false|true",
                "name(Newstate)|''|false|false",
                "action(exclude),name(Hangup)|''|true|true",
                "name(Hangup),header(Channel),method(starts_with)|IAX2/|false|true",
                "name(Newstate),header(Channel),method(starts_with)|IAX2/|false|false",
                "header(Channel),method(ends_with)|-17|false|true",
                "header(Cause),method(exact)|16|false|true",
                "header(Cause),method(exact)|1|false|false",
                "header(Channel),method(contains)|alice|false|true",
                "header(Nosuch),method(contains)|alice|false|false",
                "header(Empty)|''|false|true",
                "header(Nosuch)|''|false|false",
                "method(regex)|Cause: 1[67]|false|true",
                "' action( include ) , method( contains ) '|alice|false|true",
            })
    void readsBothForms(String criteria, String expression, boolean excludes, boolean matches) {
        EventFilter filter = EventFilter.parse(criteria, expression);

        assertThat(filter.excludes()).isEqualTo(excludes);
        assertThat(filter.matches(EVENT, TEXT)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''",
                "''|!",
                "name(Foo)|x",
                "name(Foo),method(regex)|''",
                "method(none)|''",
                "method(bogus)|x",
                "action(bogus),name(x)|''",
                "bogus(x)|x",
                "name|''",
                "name(x|''",
                "name(x),|''",
                "name(x)name(y)|''",
                "action(exclude)|''",
            })
    void refusesWhatSaysNothing(String criteria, String expression) {
        assertThatThrownBy(() -> EventFilter.parse(criteria, expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Filter was formatted incorrectly.  Check the syntax of the filter given.");
    }

    @Test
    void refusesExpressionsWithAMistake() {
        assertThatThrownBy(() -> EventFilter.parse("", "a("))
                .hasMessage("Filter did not compile.  Check the syntax of the filter given.");
    }

    /** An expression that would try for ever costs a bounded time and matches nothing. */
    @Test
    @Timeout(180)
    void expressionsEndInTime() {
        EventFilter filter = EventFilter.parse("", "(a+)+$");

        assertThat(filter.matches(EVENT, "a".repeat(5_000) + "b")).isFalse();
    }
}
