package org.asterism.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateStrategyTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L);

    @TempDir
    private Path folder;

    private String rotateThrice(RotateStrategy strategy) throws IOException {
        Path file = folder.resolve("full.log");
        for (int i = 1; i <= 3; i++) {
            Files.writeString(file, "run " + i);
            strategy.rotate(file, NOW.plusSeconds(i));
        }
        return files();
    }

    private String files() throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                contents.put(each.getFileName().toString(), Files.readString(each));
            }
        }
        return contents.toString();
    }

    @Test
    void shouldNumberSequentially() throws IOException {
        assertThat(rotateThrice(RotateStrategy.SEQUENTIAL))
                .isEqualTo("{full.log.0=run 1, full.log.1=run 2, full.log.2=run 3}");
    }

    @Test
    void shouldMoveOlderOnesAlong() throws IOException {
        assertThat(rotateThrice(RotateStrategy.ROTATE))
                .isEqualTo("{full.log.0=run 3, full.log.1=run 2, full.log.2=run 1}");
    }

    @Test
    void shouldNameByTime() throws IOException {
        assertThat(rotateThrice(RotateStrategy.TIMESTAMP))
                .isEqualTo("{full.log.1700000001=run 1, full.log.1700000002=run 2, full.log.1700000003=run 3}");
    }

    @Test
    void shouldLeaveTheFileWhenToldSo() throws IOException {
        assertThat(rotateThrice(RotateStrategy.NONE)).isEqualTo("{full.log=run 3}");
    }

    @Test
    void shouldNotMindAMissingFile() throws IOException {
        RotateStrategy.SEQUENTIAL.rotate(folder.resolve("full.log"), NOW);

        assertThat(files()).isEqualTo("{}");
    }
}
