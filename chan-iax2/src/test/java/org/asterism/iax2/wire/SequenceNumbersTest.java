package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.iax2.wire.SequenceNumbers.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceNumbersTest {
    @Test
    void shouldWrap() {
        assertThat(SequenceNumbers.next(254)).isEqualTo(255);
        assertThat(SequenceNumbers.next(255)).isZero();
        assertThat(SequenceNumbers.distance(250, 3)).isEqualTo(9);
        assertThat(SequenceNumbers.distance(3, 250)).isEqualTo(247);
    }

    @ParameterizedTest(name = "{0} when {1} is expected: {2}")
    @CsvSource({
        "0, 0, EXPECTED",
        "255, 0, DUPLICATE",
        "129, 0, DUPLICATE",
        "128, 0, GAP",
        "1, 0, GAP",
        "127, 0, GAP",
        "0, 255, GAP",
        "255, 255, EXPECTED",
        "3, 131, GAP",
        "4, 131, DUPLICATE",
    })
    void shouldClassify(int oseqno, int expected, Order order) {
        assertThat(SequenceNumbers.classify(oseqno, expected)).isEqualTo(order);
    }

    @ParameterizedTest(name = "ISeqno {0} in {1}..{2}: {3}")
    @CsvSource({
        "5, 5, 5, true",
        "6, 5, 5, false",
        "4, 5, 5, false",
        "5, 5, 8, true",
        "8, 5, 8, true",
        "9, 5, 8, false",
        "4, 5, 8, false",
        "1, 254, 2, true",
        "3, 254, 2, false",
        "253, 254, 2, false",
    })
    void shouldKnowTheWindow(int iseqno, int oldest, int next, boolean inWindow) {
        assertThat(SequenceNumbers.isInWindow(iseqno, oldest, next)).isEqualTo(inWindow);
    }

    @ParameterizedTest(name = "own {0}, ISeqno {1}, oldest {2}: {3}")
    @CsvSource({
        "5, 6, 5, true",
        "5, 5, 5, false",
        "6, 6, 5, false",
        "255, 1, 254, true",
        "0, 1, 254, true",
        "1, 1, 254, false",
    })
    void shouldKnowWhatIsAcknowledged(int oseqno, int iseqno, int oldest, boolean acknowledged) {
        assertThat(SequenceNumbers.isAcknowledged(oseqno, iseqno, oldest)).isEqualTo(acknowledged);
    }

    @ParameterizedTest(name = "own {0}, VNAK {1}: {2}")
    @CsvSource({
        "5, 5, true",
        "6, 5, true",
        "4, 5, false",
        "0, 254, true",
        "253, 254, false",
        "132, 5, true",
        "133, 5, false"
    })
    void shouldKnowWhatVnakAsksFor(int oseqno, int iseqno, boolean requested) {
        assertThat(SequenceNumbers.isRequested(oseqno, iseqno)).isEqualTo(requested);
    }
}
