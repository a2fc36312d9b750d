package org.asterism.bench.perf.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LineChartTest {
    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void drawsAPointForEachNumberAndNoneForWhatIsUnknown() throws Exception {
        String svg = new LineChart("CPU <of> a & b", "calls", "µs")
                .logarithmic()
                .line("first", new double[] {100, 400, 1000}, new double[] {3, Double.NaN, 1})
                .line("second", new double[] {100, 400, 1000}, new double[] {30, 20, 10})
                .svg();
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("CPU <of> a & b");
    }

    @Test
    void bearsHavingNothingToDraw() throws Exception {
        parse(new LineChart("empty", "x", "y").svg());
        parse(new LineChart("one", "x", "y")
                .line("a", new double[] {5}, new double[] {0})
                .svg());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.7, 1", "1, 1", "1.2, 2", "23, 50", "51, 100", "1000, 1000", "0.013, 0.02"})
    void axesEndAtRoundNumbers(double value, double end) {
        assertThat(LineChart.nice(value)).isEqualTo(end);
    }
}
