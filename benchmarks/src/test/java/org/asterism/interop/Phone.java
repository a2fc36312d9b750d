package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A phone of its own process, {@code asterism call}: speaks, records what it hears, and hangs up. */
final class Phone {
    private Phone() {}

    /** The command line of a call. */
    static List<String> command(String uri, String... options) {
        List<String> command =
                new ArrayList<>(List.of(AsterismProcess.HOME.resolve("asterism").toString(), "call", uri));
        command.addAll(List.of(options));
        return command;
    }

    /** Makes a call; what the phone says of it, and whether it was answered. */
    static Commands call(String uri, String... options) {
        return Commands.run(command(uri, options));
    }

    /** Speaks to a service and returns what was heard, nothing when nobody has answered. */
    static short[] speak(Path folder, String uri, short[] spoken) throws IOException {
        Path work = Files.createTempDirectory(folder, "phone");
        Path in = work.resolve("in.wav");
        Path out = work.resolve("out.wav");
        Audio.writeWav(in, spoken);
        Commands ended = call(uri, "--play", in.toString(), "--record", out.toString());
        assertThat(ended.output()).isNotEmpty();
        if (ended.status() != 0) {
            System.out.println(ended.output()); // says why the audio is not what was expected
        }
        return Files.exists(out) ? Audio.readWav(out) : new short[0];
    }

    /** Speaks for three seconds to a service that answers, and hears the same. */
    static void assertEcho(Path folder, String uri, long seed) throws IOException {
        short[] spoken = Audio.noise(3, seed);
        Audio.assertHeard(spoken, speak(folder, uri, spoken));
    }
}
