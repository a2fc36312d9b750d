package org.asterism.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path folder;

    @Test
    void shouldBeHeldByOne() throws IOException {
        Path file = folder.resolve("asterisk.pid");
        try (PidFile held = PidFile.claim(file)) {
            assertThat(held).isNotNull();
            assertThat(Files.readString(file)).isEqualTo(ProcessHandle.current().pid() + "\n");
            assertThat(PidFile.claim(file)).isNull();
        }
        assertThat(file).doesNotExist();
        try (PidFile again = PidFile.claim(file)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void shouldReplaceTheFileOfAProcessThatWasKilled() throws IOException {
        Path file = Files.writeString(folder.resolve("asterisk.pid"), "123456789\n");

        try (PidFile held = PidFile.claim(file)) {
            assertThat(held).isNotNull();
            assertThat(Files.readString(file)).isEqualTo(ProcessHandle.current().pid() + "\n");
        }
    }
}
