package org.asterism.core.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "20, 20",
        "21, 20 1",
        "100, 1 hundred",
        "-342, minus 3 hundred 40 2",
        "1000, 1 thousand",
        "12015, 12 thousand 15",
        "2000300, 2 million 3 hundred",
    })
    void shouldSayWholeNumbers(long number, String expected) {
        assertThat(String.join(" ", SpokenNumber.whole(number)).replace("digits/", ""))
                .isEqualTo(expected);
    }

    @Test
    void shouldSayDigits() {
        assertThat(SpokenNumber.digits("10#a*")).containsExactly("digits/1", "digits/0", "digits/pound", "digits/star");
    }
}
