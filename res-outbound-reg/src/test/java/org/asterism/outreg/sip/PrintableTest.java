package org.asterism.outreg.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void shouldShowWhatWouldMoveTheCursor() {
        assertThat(Printable.of("a\u001b[2Jb\u0000\u007f\u009b\tc\nd", false))
                .isEqualTo("a\\x1b[2Jb\\x00\\x7f\\x9b\tc\\x0ad");
        assertThat(Printable.of("Grüße\nзвонок", true)).isEqualTo("Grüße\nзвонок");
    }
}
