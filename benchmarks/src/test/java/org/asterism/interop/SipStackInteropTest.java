package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Asterisk asks the SIP stack whether it is there, over UDP and TCP, and calls somebody who has no endpoint here. */
@RequiresAsterisk
class SipStackInteropTest {
    private static final String ASTERISM = "127.0.0.71";
    private static final String ASTERISK = "127.0.0.72";

    @TempDir
    static Path folder;

    private static AsterismProcess asterism;
    private static AsteriskPeer asterisk;

    @BeforeAll
    static void start() throws IOException {
        int ours = Ports.free(ASTERISM);
        int theirs = Ports.free(ASTERISK);
        asterism = AsterismProcess.start(folder, Map.of("pjsip.conf", SipTransports.udpAndTcp(ASTERISM, ours)));
        asterisk = AsteriskPeer.start(
                "sip-stack",
                folder,
                Map.of(
                        "modules.conf",
                        "[modules]\nautoload=yes\n",
                        "pjsip.conf",
                        SipTransports.udpAndTcp(ASTERISK, theirs) + """
                            [over-udp]
                            type = aor
                            contact = sip:%1$s:%2$d
                            qualify_frequency = 60
                            [over-udp]
                            type = endpoint
                            transport = udp
                            aors = over-udp
                            [over-tcp]
                            type = aor
                            contact = sip:%1$s:%2$d\\;transport=tcp
                            qualify_frequency = 60
                            [over-tcp]
                            type = endpoint
                            transport = tcp
                            aors = over-tcp
                            """.formatted(ASTERISM, ours)));
    }

    @AfterAll
    static void stop() {
        asterism.close();
        asterisk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"over-udp", "over-tcp"})
    void shouldTellAsteriskThatItIsThere(String endpoint) {
        asterisk.cli("pjsip qualify " + endpoint);

        Eventually.within(
                60,
                () -> assertThat(asterisk.cli("pjsip show contacts"))
                        .containsPattern(endpoint + "/sip:" + ASTERISM + "\\S* .* Avail "));
    }

    @Test
    void shouldTellAsteriskThatNobodyIsThereToBeCalled() {
        asterism.cli("pjsip set logger on");
        asterisk.cli("channel originate PJSIP/nobody@over-udp application Echo");

        Eventually.within(
                60,
                () -> assertThat(asterism.log())
                        .containsPattern("<--- Received SIP request \\(\\d+ bytes\\) from UDP:" + ASTERISK
                                + ":\\d+ --->\n" + "INVITE sip:nobody@" + ASTERISM + ":\\d+ SIP/2.0\n")
                        .contains(
                                "No matching endpoint found",
                                "--->\nSIP/2.0 403 Forbidden\n",
                                "--->\nACK sip:nobody@"));
        assertThat(asterism.cli("pjsip show stats")).containsPattern("no SIP message +: 0");
    }
}
