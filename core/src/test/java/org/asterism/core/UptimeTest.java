package org.asterism.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 seconds",
                "1|1 second",
                "24|24 seconds",
                "297|4 minutes, 57 seconds",
                "3600|1 hour",
                "694861|1 week, 1 day, 1 hour, 1 minute, 1 second",
            })
    void shouldSayDurationsAsAsteriskDoes(long seconds, String words) {
        assertThat(Uptime.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
