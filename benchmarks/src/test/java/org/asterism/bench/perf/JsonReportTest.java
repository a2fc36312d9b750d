package org.asterism.bench.perf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|\"plain\"",
                "a \"quoted\" word|\"a \\\"quoted\\\" word\"",
                "back\\slash|\"back\\\\slash\"",
                "`tab\tand\u0001`|\"tab\\tand\\u0001\"",
            })
    void quotesWhatServersSay(String text, String json) {
        assertThat(JsonReport.text(text)).isEqualTo(json);
    }
}
