package org.asterism.bench.perf.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String MARKS =
            "# Page\nbefore\n<!-- benchmarks/compare writes from here -->\nold\n<!-- to here -->\nafter\n";

    @TempDir
    Path folder;

    private void runs() throws IOException {
        Files.writeString(folder.resolve("bridge.csv"), """
            label,scenario,calls,sources,server_cpu_us_per_frame,loss_percent,frame_ms_p99
            floor,raw-bridge,100,1,2.0,0,1
            ours,bridge,100,1,2.5,0,2
            asterisk,bridge,100,1,50,1,
            floor,raw-bridge,100,1,4.0,0,1
            ours,bridge,100,1,9.5,0,2
            ours,bridge,100,1,3.5,0,2
            floor,raw-bridge,100,1,3.0,0,1
            """);
    }

    @Test
    void tellsMediansAndRatios() throws IOException {
        runs();
        assertThat(Comparison.read(folder).tables())
                .contains("| 100 | 1 | floor | 3.00 | 1.00 | 16.7 |")
                .contains("| 100 | 1 | ours | 3.50 | 1.17 | 14.3 |")
                .contains("| 100 | 1 | asterisk | 50.00 | 16.67 | 1.0 | 1.000 | – | – |");
    }

    @Test
    void writesBetweenTheMarksOnly() throws IOException {
        runs();
        Path page = Files.writeString(folder.resolve("performance.md"), MARKS);
        Comparison.read(folder).document(folder);
        assertThat(Files.readString(page))
                .startsWith("# Page\nbefore\n")
                .endsWith("<!-- to here -->\nafter\n")
                .contains("| ours |")
                .doesNotContain("old");
        assertThat(folder.resolve("charts/cpu-per-frame.svg")).content().contains("<svg", "ours");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatIOException().isThrownBy(() -> Comparison.read(folder)).withMessageContaining("no runs in");
        runs();
        Files.writeString(folder.resolve("performance.md"), "no marks");
        assertThatIOException()
                .isThrownBy(() -> Comparison.read(folder).document(folder))
                .withMessageContaining("benchmarks/compare writes from here");
    }
}
