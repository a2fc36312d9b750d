package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two fax modems, which know nothing of call tokens, register and call each other through the switch. */
@Tag("interop")
class ModemInteropTest {
    private static final String ADDRESS = "127.0.0.61";

    @TempDir
    Path folder;

    @Test
    void shouldLetModemsTrainAndConnect() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/iaxmodem")), "SKIPPED: iaxmodem is not installed");
        int port = Ports.free(ADDRESS);
        try (AsterismProcess pbx =
                        AsterismProcess.start(folder, Map.of("iax.conf", iax(port), "extensions.conf", """
                            [modems]
                            exten => _7XX,1,Dial(IAX2/modem${EXTEN:2},30)
                            """));
                Capture capture = Capture.start(folder, port);
                SoftModem caller = SoftModem.start(folder, "modem1", "one", ADDRESS, port);
                SoftModem answerer = SoftModem.start(folder, "modem2", "two", ADDRESS, port)) {
            Eventually.within(
                    60, () -> assertThat(pbx.cli("iax2 show peers registered")).contains("modem1", "modem2"));
            caller.command("AT+FCLASS=1");
            caller.expect("OK");
            answerer.command("AT+FCLASS=1");
            answerer.expect("OK");

            caller.command("ATDT702");
            answerer.expect("RING");
            answerer.command("ATA");
            answerer.expect("CONNECT");
            caller.expect("CONNECT");
            assertThat(pbx.cli("core show channels count")).contains("2 active channels");
            capture.assertWellFormed();
        }
    }

    private static String iax(int port) {
        return """
            [general]
            bindaddr=%s
            bindport=%d
            disallow=all
            allow=ulaw
            [modem](!)
            type=friend
            host=dynamic
            context=modems
            requirecalltoken=no
            [modem1](modem)
            secret=one
            [modem2](modem)
            secret=two
            """.formatted(ADDRESS, port);
    }
}
