package org.asterism.bench.perf.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaStreamTest {
    private final MediaStream stream = new MediaStream(7);

    private void send(int frames, boolean counted) {
        for (int i = 0; i < frames; i++) {
            stream.send(counted);
        }
    }

    private boolean arrive(int sequence) {
        return stream.receive(true, sequence, 1000);
    }

    @Test
    void whatDoesNotArriveIsLost() {
        send(10, true);
        for (int i = 0; i < 10; i += 2) {
            assertThat(arrive(i)).isTrue();
        }
        assertThat(stream.sent()).isEqualTo(10);
        assertThat(stream.received()).isEqualTo(5);
        assertThat(stream.lost()).isEqualTo(5);
        assertThat(stream.lossRatio()).isEqualTo(0.5);
    }

    @Test
    void copiesAreNeitherReceivedNorCompensateLosses() {
        send(3, true);
        assertThat(arrive(0)).isTrue();
        assertThat(arrive(0)).isFalse();
        assertThat(arrive(2)).isTrue();
        assertThat(arrive(2)).isFalse();
        assertThat(stream.received()).isEqualTo(2);
        assertThat(stream.duplicates()).isEqualTo(2);
        assertThat(stream.lost()).isEqualTo(1);
    }

    @Test
    void overtakenFramesAreReceivedAndToldApartFromCopies() {
        send(4, true);
        arrive(0);
        arrive(3);
        assertThat(arrive(1)).isTrue();
        assertThat(arrive(2)).isTrue();
        assertThat(arrive(1)).isFalse();
        assertThat(stream.reordered()).isEqualTo(2);
        assertThat(stream.duplicates()).isEqualTo(1);
        assertThat(stream.lost()).isZero();
    }

    @Test
    void aLongGapForgetsWhatWasSeenBefore() {
        send(1000, true);
        arrive(0);
        arrive(999);
        assertThat(arrive(998)).isTrue();
        assertThat(arrive(999 - 63)).isTrue();
        assertThat(arrive(999 - 63)).isFalse();
        assertThat(stream.received()).isEqualTo(4);
    }

    @Test
    void whatIsSentOutsideTheMeasurementDoesNotCount() {
        send(5, false);
        send(5, true);
        for (int i = 0; i < 10; i++) {
            stream.receive(i >= 5, i, 1000);
        }
        assertThat(stream.sent()).isEqualTo(5);
        assertThat(stream.received()).isEqualTo(5);
        assertThat(stream.lost()).isZero();
    }

    @Test
    void framesWithheldOnPurposeAreNotLost() {
        send(2, true);
        stream.withheld();
        arrive(0);
        assertThat(stream.lost()).isZero();
    }

    @Test
    void delaysAreAveragedOverWhatArrived() {
        send(2, true);
        stream.receive(true, 0, 1000);
        stream.receive(true, 1, 3000);
        assertThat(stream.meanDelayNs()).isEqualTo(2000);
        assertThat(stream.longestNs()).isEqualTo(3000);
    }
}
