package org.asterism.core.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.asterism.core.dialplan.plan.CallTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTimesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        *,*,*,*                              ; 2026-11-21T10:00:00Z ; true
        09:00-17:00,*,*,*                    ; 2026-11-21T09:00:00Z ; true
        09:00-17:00,*,*,*                    ; 2026-11-21T08:59:59Z ; false
        9:00-17:00,*,*,*                     ; 2026-11-21T16:59:59Z ; true
        9:00-17:00,*,*,*                     ; 2026-11-21T17:00:59Z ; true
        9:00-17:00,*,*,*                     ; 2026-11-21T17:01:00Z ; false
        9:00,*,*,*                           ; 2026-11-21T09:00:30Z ; true
        9:00,*,*,*                           ; 2026-11-21T09:01:00Z ; false
        *                                    ; 2026-11-21T09:01:00Z ; true
        9:00-17:00,sat                       ; 2026-11-21T09:01:00Z ; true
        *,*,*,11                             ; 2026-11-21T09:01:00Z ; true
        22:00-6:00,*,*,*                     ; 2026-11-21T23:30:00Z ; true
        22:00-6:00,*,*,*                     ; 2026-11-21T12:00:00Z ; false
        *,mon-fri,*,*                        ; 2026-11-21T12:00:00Z ; false
        *,sat,*,*                            ; 2026-11-21T12:00:00Z ; true
        *,fri-mon,*,*                        ; 2026-11-21T12:00:00Z ; true
        *,mon&sat,*,*                        ; 2026-11-21T12:00:00Z ; true
        *,*,1-20,*                           ; 2026-11-21T12:00:00Z ; false
        *,*,21,nov                           ; 2026-11-21T12:00:00Z ; true
        *,*,*,dec-jan                        ; 2026-11-21T12:00:00Z ; false
        9:00-10:00&12:00-13:00,*,*,*         ; 2026-11-21T12:30:00Z ; true
        13:00-14:00,*,*,*,Europe/Berlin      ; 2026-11-21T12:30:00Z ; true
        9:00-17:00|sat|*|*                   ; 2026-11-21T12:30:00Z ; true
        """)
    void shouldKnowItsTimes(String text, ZonedDateTime time, boolean expected) {
        CallTimes times = CallTimes.of(text);
        assertThat(times.problems()).isEmpty();
        assertThat(times.contains(time)).isEqualTo(expected);
    }

    @Test
    void shouldTellMistakes() {
        assertThat(CallTimes.of("badtime,*,*,*").problems()).containsExactly("badtime isn't a valid time.");
        assertThat(CallTimes.of("*,mon-fry,32,foo,No/Where").problems()).hasSize(4);
    }
}
