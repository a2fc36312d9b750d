package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Asterisk 22, started and stopped through the command that the environment variable {@code ASTERISK_PEER} names. */
final class AsteriskPeer implements AutoCloseable {
    static final String COMMAND = System.getenv("ASTERISK_PEER");

    private static final long NO_PID = 0;
    private static final int MOST_NAMES = 9;

    private final String name;
    private final long pid;

    private AsteriskPeer(String name, long pid) {
        this.name = name;
        this.pid = pid;
    }

    /**
     * Starts one that reads the given files, by name; waits until it is ready. {@code {etc}} in a file stands for the folder where it
     * finds them.
     */
    static AsteriskPeer start(String name, Path folder, Map<String, String> files) throws IOException {
        for (int attempt = 1; ; attempt++) {
            String own = attempt == 1 ? name : name + "-" + attempt;
            Commands started = Commands.run(
                    List.of(COMMAND, "start", own, write(own, folder, files).toString()));
            String last = started.output().strip().lines().toList().getLast();
            if (started.status() == 0) {
                return new AsteriskPeer(own, Long.parseLong(last));
            }
            if (last.contains("was not ready")) {
                // On a busy machine it is given up too early, and starts all the same.
                AsteriskPeer late = new AsteriskPeer(own, NO_PID);
                Eventually.within(
                        120, () -> assertThat(late.cli("core waitfullybooted")).contains("fully booted"));
                return late;
            }
            // Another one of that name, or whatever process has the number that an earlier one had.
            assertThat(last).as(started.output()).contains("is running already");
            assertThat(attempt).as(started.output()).isLessThan(MOST_NAMES);
        }
    }

    private static Path write(String name, Path folder, Map<String, String> files) throws IOException {
        Path etc = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(etc.resolve(file.getKey()), file.getValue().replace("{etc}", "/srv/" + name + "/etc"));
        }
        if (!files.containsKey("modules.conf")) {
            Files.writeString(etc.resolve("modules.conf"), MODULES);
        }
        return etc;
    }

    /** Just what calls need, so that a start takes a second. */
    private static final String MODULES = """
        [modules]
        autoload=no
        load => chan_iax2.so
        load => pbx_config.so
        load => app_dial.so
        load => app_echo.so
        load => app_playback.so
        load => app_read.so
        load => app_verbose.so
        load => app_stack.so
        load => app_senddtmf.so
        load => app_milliwatt.so
        load => app_record.so
        load => app_exec.so
        load => bridge_simple.so
        load => func_callerid.so
        load => func_channel.so
        load => func_logic.so
        load => func_strings.so
        load => codec_ulaw.so
        load => codec_alaw.so
        load => codec_gsm.so
        load => format_pcm.so
        load => format_wav.so
        load => format_gsm.so
        load => format_sln.so
        load => res_timing_timerfd.so
        load => res_musiconhold.so
        load => res_clioriginate.so
        load => res_crypto.so
        """;

    /** A modules.conf with what calls need, and with further modules. */
    static String modules(String... further) {
        StringBuilder text = new StringBuilder(MODULES);
        for (String module : further) {
            text.append("load => ").append(module).append(".so\n");
        }
        return text.toString();
    }

    long pid() {
        assertThat(pid).as("the process of %s, which was slow to start", name).isNotEqualTo(NO_PID);
        return pid;
    }

    String cli(String command) {
        return Commands.run(List.of(COMMAND, "cli", name, command)).output();
    }

    String log() {
        return Commands.run(List.of(COMMAND, "log", name)).output();
    }

    /** Waits until its log, which a thread of its own writes, contains all that. */
    void awaitLog(String... words) {
        Eventually.within(60, () -> assertThat(log()).contains(words));
    }

    @Override
    public void close() {
        Commands.run(List.of(COMMAND, "stop", name));
    }
}
