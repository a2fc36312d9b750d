package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load generator, in a process of its own, against Asterism and against Asterisk. */
@Tag("interop")
class PerfInteropTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    private final int port = Ports.free("127.0.0.1");
    private final int farPort = Ports.free("127.0.0.1");

    private Map<String, String> files() {
        return Map.of("iax.conf", """
            [general]
            bindport=%d
            bindaddr=127.0.0.1
            maxcallnumbers_nonvalidated=1000
            maxauthreq=0
            disallow=all
            allow=ulaw
            [u0](!)
            type=friend
            host=dynamic
            context=perf
            transfer=no
            [phone0](u0)
            secret=open0
            [phone1](u0)
            secret=open1
            """.formatted(port), "extensions.conf", """
                [perf]
                exten => 600,1,Answer()
                 same => n,Echo()
                exten => 9,1,Dial(IAX2/127.0.0.1:%d/s)
                """.formatted(farPort));
    }

    private String perf(String scenario, String... options) {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.asterism.bench.perf.Perf",
                scenario,
                "127.0.0.1:" + port,
                "--quiet",
                "--rate",
                "10",
                "--warmup",
                "1",
                "--duration",
                "2"));
        command.addAll(List.of(options));
        Commands done = Commands.run(command);
        assertThat(done.status()).as(done.output()).isZero();
        return done.output();
    }

    private void everyScenario(String pid) {
        String[] user = {"--user", "phone0", "--secret", "open0", "--calls", "10"};
        assertThat(perf("echo", user)).contains("10 answered, 0 dropped, 0 failed", "frame, round trip");
        assertThat(perf(
                        "bridge",
                        "--number",
                        "9",
                        "--far-end",
                        "127.0.0.1:" + farPort,
                        "--server-pid",
                        pid,
                        "--user",
                        "phone1",
                        "--secret",
                        "open1",
                        "--calls",
                        "10"))
                .contains("10 answered, 0 dropped, 0 failed", "for each frame", "frame, one way");
        assertThat(perf("register", "--user", "phone{n}", "--secret", "open{n}", "--users", "2"))
                .contains("2 granted");
        assertThat(perf("cps", "--user", "phone0", "--secret", "open0")).contains("HANGUP to ACK");
    }

    @Test
    void loadsAsterism() throws IOException {
        try (AsterismProcess asterism = AsterismProcess.start(folder, files())) {
            everyScenario(asterism.pid());
        }
    }

    @Test
    @RequiresAsterisk
    void loadsAsterisk() throws IOException {
        try (AsteriskPeer asterisk = AsteriskPeer.start("perf-test", folder, files())) {
            everyScenario(Long.toString(asterisk.pid()));
        }
    }
}
