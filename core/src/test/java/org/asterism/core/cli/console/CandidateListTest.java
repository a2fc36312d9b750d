package org.asterism.core.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateListTest {
    @ParameterizedTest
    @CsvSource({
        "registration registrations, registration",
        "Alice alan, Al",
        "now, now",
        "now when, ''",
        "IAX2/a-1 IAX2/a-12 IAX2/a-15, IAX2/a-1"
    })
    void shouldFindWhatAllWordsBeginWith(String words, String expected) {
        assertThat(CandidateList.commonPrefix(List.of(words.split(" ")))).isEqualTo(expected);
    }

    @Test
    void shouldFillTheTerminalWithColumnsTwoWiderThanTheLongestWord() {
        assertThat(CandidateList.columns(List.of("gracefully", "now", "when"), 40))
                .isEqualTo("gracefully  now         when        \n");
        assertThat(CandidateList.columns(List.of("gracefully", "now", "when"), 25))
                .isEqualTo("gracefully  now         \nwhen        \n");
        assertThat(CandidateList.columns(List.of("gracefully", "now"), 5)).isEqualTo("gracefully  \nnow         \n");
    }
}
