package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A phone that is gone without a word: its call ends when it has answered nothing for long enough. */
@Tag("interop")
@Execution(ExecutionMode.CONCURRENT)
class VanishingPhoneTest {
    private static final String ADDRESS = "127.0.0.74";

    @TempDir
    Path folder;

    @Test
    void shouldEndTheCallOfAPhoneThatVanishes() throws IOException {
        int port = Ports.free(ADDRESS);
        try (AsterismProcess pbx = EchoSwitch.start(folder, ADDRESS, port)) {
            Path spoken = folder.resolve("long.wav");
            Audio.writeWav(spoken, Audio.noise(300, 1));
            Process phone = new ProcessBuilder(
                            Phone.command(EchoSwitch.uri(ADDRESS, port), "--play", spoken.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("phone.log").toFile())
                    .start();
            Eventually.within(
                    60, () -> assertThat(pbx.cli("core show channels count")).contains("1 active channel"));

            phone.descendants().forEach(ProcessHandle::destroyForcibly);
            phone.destroyForcibly();

            Eventually.within(
                    180, () -> assertThat(pbx.cli("core show channels count")).contains("0 active channels"));
            Eventually.within(
                    60, () -> assertThat(pbx.cli("iax2 show channels")).contains("0 active IAX channels"));
        }
    }
}
