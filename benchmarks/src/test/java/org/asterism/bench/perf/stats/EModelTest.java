package org.asterism.bench.perf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.asterism.iax2.wire.IaxCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EModelTest {
    /** The table of ITU-T G.107 annex B. */
    @ParameterizedTest
    @CsvSource({"90, 4.34", "80, 4.03", "70, 3.60", "60, 3.10", "50, 2.58"})
    void scoresRatingsAsTheRecommendationDoes(double rating, double mos) {
        assertThat(EModel.mos(rating)).isCloseTo(mos, within(0.01));
    }

    @Test
    void perfectCallScoresBestOfTelephony() {
        assertThat(EModel.G711.mos(0, 0, 0, 0)).isCloseTo(4.41, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"-20, 1", "0, 1", "100, 4.5"})
    void scoresStayBetweenOneAndFourAndAHalf(double rating, double mos) {
        assertThat(EModel.mos(rating)).isEqualTo(mos);
    }

    @Test
    void delayCostsMoreWhenItIsNoticed() {
        double short1 = EModel.G711.rating(0, 0) - EModel.G711.rating(100, 0);
        double long1 = EModel.G711.rating(200, 0) - EModel.G711.rating(300, 0);
        assertThat(short1).isCloseTo(2.4, within(0.001));
        assertThat(long1).isCloseTo(13.4, within(0.001));
    }

    @Test
    void lossCostsAsGivenByTheCodecsRobustness() {
        // Ie,eff = 95 * 25.1 / (25.1 + 25.1)
        assertThat(EModel.G711.rating(0, 0.251)).isCloseTo(93.2 - 47.5, within(0.001));
    }

    @Test
    void codecsThatCompressScoreLess() {
        assertThat(EModel.of(IaxCodec.GSM).mos(10, 0, 20, 0))
                .isLessThan(EModel.of(IaxCodec.G729).mos(10, 0, 20, 0))
                .isLessThan(EModel.of(IaxCodec.ULAW).mos(10, 0, 20, 0));
    }
}
