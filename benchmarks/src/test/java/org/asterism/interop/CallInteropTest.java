package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls between Asterism and Asterisk 22, each way: MD5, call tokens required, audio, digits, refusals and hang-ups. Both have the
 * same dialplan: {@code 6xx} are services, {@code 7xxx} dials service {@code xxx} of the other and tells the outcome.
 */
@RequiresAsterisk
class CallInteropTest {
    private static final String ASTERISM = "127.0.0.51";
    private static final String ASTERISK = "127.0.0.52";
    private static final short[] PROMPT = Audio.noise(3, 22);

    @TempDir
    static Path folder;

    private static int asterismPort;
    private static int asteriskPort;
    private static AsterismProcess asterism;
    private static AsteriskPeer asterisk;
    private static Capture capture;

    @BeforeAll
    static void start() throws IOException {
        asterismPort = Ports.free(ASTERISM);
        asteriskPort = Ports.free(ASTERISK);
        Path prompt = folder.resolve("prompt.ulaw");
        Audio.writeUlaw(prompt, PROMPT);
        capture = Capture.start(folder, asterismPort, asteriskPort);
        asterism = AsterismProcess.start(
                folder,
                Map.of(
                        "iax.conf", iax(ASTERISM, asterismPort, "asterisk", "asterism", ASTERISK, asteriskPort),
                        "extensions.conf",
                                extensions("asterisk", folder.resolve("prompt").toString())));
        // Asterisk runs in a file system of its own, so its prompt is one of its own and only Asterism's is compared.
        asterisk = AsteriskPeer.start(
                "call-peer",
                folder,
                Map.of(
                        "iax.conf", iax(ASTERISK, asteriskPort, "asterism", "asterisk", ASTERISM, asterismPort),
                        "extensions.conf", extensions("asterism", "beep")));
    }

    @AfterAll
    static void stop() {
        asterisk.close();
        asterism.close();
        capture.assertWellFormed();
    }

    @Test
    void shouldEchoFromAsterisk() throws IOException {
        short[] spoken = Audio.noise(3, 1);

        Audio.assertHeard(spoken, call(ASTERISK, asteriskPort, "600", spoken));
    }

    @Test
    void shouldEchoFromAsterism() throws IOException {
        short[] spoken = Audio.noise(3, 2);

        Audio.assertHeard(spoken, call(ASTERISM, asterismPort, "600", spoken));
    }

    @Test
    void shouldRelayToAsteriskAndBack() throws IOException {
        short[] spoken = Audio.noise(3, 3);

        Audio.assertHeard(spoken, call(ASTERISM, asterismPort, "7600", spoken));
        asterisk.awaitLog("Accepting AUTHENTICATED call from " + ASTERISM);
    }

    @Test
    void shouldRelayFromAsterisk() throws IOException {
        short[] spoken = Audio.noise(3, 4);

        Audio.assertHeard(spoken, call(ASTERISK, asteriskPort, "7600", spoken));
        asterism.awaitLog("Accepting AUTHENTICATED call from " + ASTERISK);
    }

    @Test
    void shouldPlayToAsterisk() throws IOException {
        Audio.assertHeard(PROMPT, call(ASTERISK, asteriskPort, "7601", Audio.noise(4, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        // dialled by the one that is called, expected there
        "7603, BUSY 17",
        "7604, CONGESTION",
        "7699, CHANUNAVAIL 3",
        "8600, CHANUNAVAIL 50",
        "7606, ANSWER 16",
        "7605, NOANSWER",
    })
    void shouldTellOutcome(String extension, String outcome) throws IOException {
        call(ASTERISM, asterismPort, extension, Audio.noise(6, 6));
        asterism.awaitLog("OUTCOME " + extension + " " + outcome);

        call(ASTERISK, asteriskPort, extension, Audio.noise(6, 6));
        Eventually.within(
                60,
                () -> assertThat(outcomes(asterism.log(), extension)).isSubsetOf(outcomes(asterisk.log(), extension)));
    }

    @Test
    void shouldReadDigitsBothWays() throws IOException {
        asterism.cli("channel originate IAX2/asterisk/607 extension read@services");
        asterism.awaitLog("GOT 1592");

        asterisk.cli("channel originate IAX2/asterism/607 extension read@services");
        asterisk.awaitLog("GOT 1592");
    }

    @Test
    void shouldEndTheCallOfACallerWhoGivesUp() {
        Phone.call("iax:" + ASTERISM + ":" + asterismPort + "/7608", "--answer", "5");
        Eventually.within(
                60, () -> assertThat(asterisk.cli("core show channels count")).contains("0 active channels"));
        asterism.awaitLog("OUTCOME h CANCEL");

        Phone.call("iax:" + ASTERISK + ":" + asteriskPort + "/7608", "--answer", "5");
        Eventually.within(
                60, () -> assertThat(asterism.cli("core show channels count")).contains("0 active channels"));
    }

    @Test
    void shouldRefuseAWrongSecretWithCauseAndLog() {
        Commands refused = Phone.call("iax:asterism:nope@" + ASTERISM + ":" + asterismPort + "/600");

        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("50").doesNotContain("nope");
        assertThat(asterism.log()).doesNotContain("nope").doesNotContain("topsecret");
    }

    private static short[] call(String host, int port, String extension, short[] spoken) throws IOException {
        return Phone.speak(folder, "iax:" + host + ":" + port + "/" + extension, spoken);
    }

    private static List<String> outcomes(String log, String extension) {
        return log.lines()
                .filter(line -> line.contains("OUTCOME " + extension + " "))
                .map(line -> line.substring(line.indexOf("OUTCOME ")).strip())
                .distinct()
                .toList();
    }

    private static String iax(String address, int port, String other, String me, String otherAddress, int otherPort) {
        return """
            [general]
            bindport=%2$d
            bindaddr=%1$s
            disallow=all
            allow=ulaw
            ; Several threads of Asterisk's pass audio out of order when the machine is busy.
            iaxthreadcount=1
            iaxmaxthreadcount=0
            [guest]
            type=user
            context=callers
            [%3$s]
            type=friend
            host=%5$s
            port=%6$d
            username=%4$s
            secret=topsecret
            auth=md5
            requirecalltoken=yes
            context=services
            [wrong]
            type=peer
            host=%5$s
            port=%6$d
            username=%4$s
            secret=mistaken
            """.formatted(address, port, other, me, otherAddress, otherPort);
    }

    private static String extensions(String other, String prompt) {
        return """
            [services]
            exten => 600,1,Answer()
             same => n,Echo()
            exten => 601,1,Answer()
             same => n,Playback(%2$s)
             same => n,Wait(1)
             same => n,Hangup()
            exten => 603,1,Busy(1)
            exten => 604,1,Congestion(1)
            exten => 605,1,Ringing()
             same => n,Wait(20)
            exten => 606,1,Answer()
             same => n,Wait(1)
             same => n,Hangup()
            exten => 607,1,Answer()
             same => n,Wait(1)
             same => n,SendDTMF(1592)
             same => n,Wait(2)
            exten => 608,1,Ringing()
             same => n,Wait(20)
            exten => read,1,Answer()
             same => n,Read(DIGITS,,4,,1,8)
             same => n,Verbose(1,GOT ${DIGITS})

            [callers]
            include => services
            exten => _7XXX,1,Dial(IAX2/%1$s/${EXTEN:1},30,g)
             same => n,Verbose(1,OUTCOME ${EXTEN} ${DIALSTATUS} ${HANGUPCAUSE})
            exten => 7605,1,Dial(IAX2/%1$s/605,2,g)
             same => n,Verbose(1,OUTCOME ${EXTEN} ${DIALSTATUS} ${HANGUPCAUSE})
            exten => 7608,1,Dial(IAX2/%1$s/608,20)
            exten => 8600,1,Dial(IAX2/wrong/600,30,g)
             same => n,Verbose(1,OUTCOME ${EXTEN} ${DIALSTATUS} ${HANGUPCAUSE})
            exten => h,1,Verbose(1,OUTCOME h ${DIALSTATUS})
            """.formatted(other, prompt);
    }
}
