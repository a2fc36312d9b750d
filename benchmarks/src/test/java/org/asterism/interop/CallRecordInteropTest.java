package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same calls to the same dialplan on Asterisk 22 and on Asterism leave the same lines in {@code cdr-csv/Master.csv}: field by
 * field, but for the numbers of channels and for what the clock says. A second Asterisk makes the calls and is called.
 */
@RequiresAsterisk
class CallRecordInteropTest {
    private static final String ASTERISM = "127.0.0.61";
    private static final String ASTERISK = "127.0.0.62";
    private static final String DRIVER = "127.0.0.63";
    private static final String READY = "READY FOR RECORDS";
    private static final String DONE = "END OF RECORDS";

    /** The columns of a line, quotes off. */
    private static final List<String> COLUMNS = List.of(
            "accountcode",
            "src",
            "dst",
            "dcontext",
            "clid",
            "channel",
            "dstchannel",
            "lastapp",
            "lastdata",
            "start",
            "answer",
            "end",
            "duration",
            "billsec",
            "disposition",
            "amaflags",
            "uniqueid",
            "userfield",
            "peeraccount",
            "linkedid",
            "sequence");

    private static final int FIRST = 100;
    private static final int LAST = 129;
    /** The one whose caller ends it. */
    private static final int ECHO = 127;

    @TempDir
    static Path folder;

    private static AsterismProcess asterism;
    private static AsteriskPeer asterisk;
    private static AsteriskPeer driver;

    @BeforeAll
    static void start() throws IOException {
        int asterismPort = Ports.free(ASTERISM);
        int asteriskPort = Ports.free(ASTERISK);
        int driverPort = Ports.free(DRIVER);
        Map<String, String> settings = Map.of(
                "iax.conf",
                switchIax(ASTERISM, asterismPort, driverPort),
                "extensions.conf",
                DIALPLAN,
                "cdr.conf",
                CDR);
        asterism = AsterismProcess.start(folder, settings);
        asterisk = AsteriskPeer.start(
                "cdr-peer",
                folder,
                Map.of(
                        "iax.conf",
                        switchIax(ASTERISK, asteriskPort, driverPort),
                        "extensions.conf",
                        DIALPLAN + READ_OUT,
                        "cdr.conf",
                        CDR,
                        "modules.conf",
                        AsteriskPeer.modules("cdr_csv", "app_cdr", "app_forkcdr", "func_cdr", "app_system")));
        driver = AsteriskPeer.start(
                "cdr-driver",
                folder,
                Map.of("iax.conf", driverIax(driverPort, asterismPort, asteriskPort), "extensions.conf", CALLED));
    }

    @AfterAll
    static void stop() {
        driver.close();
        asterisk.close();
        asterism.close();
    }

    @Test
    void shouldLeaveTheSameRecordsAsAsterisk() {
        asterisk.cli("channel originate Local/prepare@records application Wait 1");
        asterisk.awaitLog(READY);
        for (int extension = FIRST; extension <= LAST; extension++) {
            int seconds = extension == ECHO ? 3 : 60;
            driver.cli("channel originate IAX2/asterisk/" + extension + " application Wait " + seconds);
            driver.cli("channel originate IAX2/asterism/" + extension + " application Wait " + seconds);
        }
        for (String each : List.of(
                "IAX2/bob/504 extension 100@test",
                "IAX2/bob/502 extension 100@test",
                "IAX2/bob/504 application Wait 1")) {
            asterisk.cli("channel originate " + each);
            asterism.cli("channel originate " + each);
        }
        Eventually.within(120, () -> {
            assertThat(asterism.cli("core show channels count")).contains("0 active channels");
            assertThat(asterisk.cli("core show channels count")).contains("0 active channels");
        });
        // Records are written when the channels are gone already.
        Eventually.within(60, () -> {
            List<String> expected = comparable(asterisksLines());
            List<String> actual = comparable(lines(asterism.folder().resolve("log/cdr-csv/Master.csv")));
            assertThat(expected).hasSizeGreaterThan(LAST - FIRST);
            assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
        });
        assertThat(asterism.folder().resolve("log/cdr-csv/acct1.csv")).isNotEmptyFile();
        assertThat(asterism.folder().resolve("log/cdr-csv/acct2.csv")).isNotEmptyFile();
    }

    @Test
    void shouldShowItsStatusAsAsteriskDoes() {
        assertThat(asterism.cli("cdr show status").stripTrailing())
                .isEqualTo(asterisk.cli("cdr show status").stripTrailing());
    }

    /** Has Asterisk copy its records to its log once more, and takes that copy. */
    private static List<String> asterisksLines() {
        long copies = copies();
        asterisk.cli("channel originate Local/read@records application Wait 1");
        Eventually.within(60, () -> assertThat(copies()).isGreaterThan(copies));
        List<String> log = asterisk.log().lines().toList();
        int end = log.lastIndexOf(DONE);
        List<String> before = log.subList(0, end);
        return before.subList(Math.max(before.lastIndexOf(DONE), before.indexOf(READY)) + 1, end);
    }

    private static long copies() {
        return asterisk.log().lines().filter(DONE::equals).count();
    }

    /** Records in an order that does not hang on the clock, without what does. */
    private static List<String> comparable(List<String> lines) {
        List<String> records = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("\"") && !line.contains("@records")) {
                List<String> fields = fields(line);
                assertThat(fields).as(line).hasSameSizeAs(COLUMNS);
                records.add(withoutClock(fields));
            }
        }
        records.sort(null);
        return records;
    }

    private static String withoutClock(List<String> fields) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String value = fields.get(i);
            String shown = switch (COLUMNS.get(i)) {
                case "channel", "dstchannel" -> value.replaceFirst("-[0-9]+\"$", "-N");
                case "start", "answer", "end" -> value.replaceAll("[0-9]", "9");
                case "uniqueid", "linkedid" -> value.replaceFirst("[0-9]+\\.[0-9]+", "N.N");
                case "sequence" -> value.replaceAll("[0-9]+", "N");
                case "duration", "billsec" -> value.replaceAll("-?[0-9]+", "N");
                default -> value;
            };
            result.add(COLUMNS.get(i) + "=" + shown);
        }
        return String.join(" ", result);
    }

    /** Takes a line of CSV apart; the quotes stay on, since they are compared too. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String switchIax(String address, int port, int driverPort) {
        return """
            [general]
            bindport=%2$d
            bindaddr=%1$s
            disallow=all
            allow=ulaw
            calltokenoptional=127.0.0.0/8
            [alice]
            type=friend
            host=%3$s
            port=%4$d
            secret=a-secret
            context=test
            accountcode=acct1
            callerid="Alice A" <700>
            [bob]
            type=friend
            host=%3$s
            port=%4$d
            username=switch
            secret=b-secret
            context=test
            [absent]
            type=peer
            host=dynamic
            """.formatted(address, port, DRIVER, driverPort);
    }

    private static String driverIax(int port, int asterismPort, int asteriskPort) {
        return """
            [general]
            bindport=%2$d
            bindaddr=%1$s
            disallow=all
            allow=ulaw
            calltokenoptional=127.0.0.0/8
            [switch]
            type=user
            secret=b-secret
            context=called
            [asterism]
            type=peer
            host=%3$s
            port=%4$d
            username=alice
            secret=a-secret
            [asterisk]
            type=peer
            host=%5$s
            port=%6$d
            username=alice
            secret=a-secret
            """.formatted(DRIVER, port, ASTERISM, asterismPort, ASTERISK, asteriskPort);
    }

    private static final String CDR = """
        [general]
        unanswered=yes
        canceldispositionenabled=yes
        [csv]
        loguniqueid=yes
        loguserfield=yes
        newcdrcolumns=yes
        """;

    private static final String CALLED = """
        [called]
        exten => 500,1,Answer()
         same => n,Wait(1)
        exten => 501,1,Ringing()
         same => n,Wait(120)
        exten => 502,1,Busy(1)
        exten => 503,1,Congestion(1)
        exten => 504,1,Wait(1)
         same => n,Answer()
         same => n,Wait(3)
        """;

    private static final String DIALPLAN = """
        [test]
        exten => 100,1,Answer()
         same => n,Wait(1)
         same => n,Hangup()
        exten => 101,1,Wait(1)
         same => n,Hangup()
        exten => 102,1,Busy(1)
        exten => 103,1,Congestion(1)
        exten => 104,1,Dial(IAX2/bob/500,10)
        exten => 105,1,Dial(IAX2/bob/501,2)
         same => n,NoOp(after)
        exten => 106,1,Dial(IAX2/bob/502,10)
        exten => 107,1,Dial(IAX2/bob/503,10)
        exten => 108,1,Dial(IAX2/bob/501&IAX2/bob/504,10)
        exten => 109,1,Dial(IAX2/bob/504,10,g)
         same => n,Wait(1)
         same => n,Verbose(1,gone on)
        exten => 110,1,Set(CDR(userfield)=uf,"quoted" text)
         same => n,Set(CHANNEL(accountcode)=acct2)
         same => n,Set(CHANNEL(amaflags)=billing)
         same => n,Answer()
         same => n,Wait(1)
         same => n,Hangup()
        exten => 111,1,Answer()
         same => n,Set(CDR_PROP(disable)=1)
         same => n,Wait(1)
        exten => 112,1,Answer()
         same => n,Goto(other,200,1)
        exten => 113,1,Gosub(sub,s,1)
         same => n,Hangup()
        exten => 114,1,Dial(IAX2/absent/1,5)
        exten => 115,1,Answer()
         same => n,Wait(2)
         same => n,ResetCDR()
         same => n,Wait(1)
        exten => 116,1,Answer()
         same => n,Set(CDR(userfield)=before)
         same => n,ForkCDR()
         same => n,Wait(1)
        exten => 117,1,Dial(IAX2/bob/504,10,S(2))
        exten => 118,1,Dial(IAX2/bob/501,4)
        exten => 119,1,Answer()
         same => n,Set(CDR(userfield)=a)
         same => n,Wait(3)
         same => n,ForkCDR(erv)
         same => n,Set(CDR(userfield)=b)
         same => n,Wait(1)
        exten => 120,1,Answer()
         same => n,Set(CDR(userfield)=a)
         same => n,ForkCDR(r)
         same => n,Set(CDR(userfield)=b)
         same => n,Wait(1)
        exten => 121,1,NoOp(x)
         same => n,Set(CALLERID(all)=Other <1234>)
         same => n,Answer()
         same => n,NoOp(y)
        exten => 122,1,Answer()
         same => n,Set(CDR_PROP(disable)=1)
         same => n,Set(CDR_PROP(disable)=0)
         same => n,Wait(1)
        exten => 123,1,Dial(IAX2/bob/504,10,F(other,201,1))
        exten => 124,1,Dial(IAX2/bob/501&IAX2/bob/502,2)
        exten => 125,1,Dial(IAX2/absent/1&IAX2/bob/500)
        exten => 126,1,Answer()
         same => n,Dial(IAX2/bob/504,10)
        exten => 127,1,Answer()
         same => n,Echo()
        exten => 128,1,Dial(IAX2/bob/504,10,g)
         same => n,Dial(IAX2/bob/502)
         same => n,Hangup()
        exten => 129,1,Answer()
         same => n,Verbose(1,${CDR(dst)}/${CDR(dcontext)}/${CDR(clid)}/${CDR(src)}/${CDR(lastapp)}/${CDR(disposition)}/${CDR(disposition,u)}/${CDR(end)}/${CDR(end,u)}/${CDR(amaflags)}/${CDR(accountcode)})
        [sub]
        exten => s,1,Answer()
         same => n,Wait(1)
         same => n,Return()
        [other]
        exten => 200,1,Wait(1)
        exten => 201,1,Wait(1)
        exten => h,1,NoOp(hang)
        """;

    /** Where Asterisk's files are only Asterisk knows: it copies its records to its log. */
    private static final String READ_OUT = """
        [records]
        exten => prepare,1,Answer()
         same => n,Set(CDR_PROP(disable)=1)
         same => n,System(mkdir -p ${ASTLOGDIR}/cdr-csv)
         same => n,System(echo '%s' >> ${ASTLOGDIR}/full)
        exten => read,1,Answer()
         same => n,Set(CDR_PROP(disable)=1)
         same => n,System(cat ${ASTLOGDIR}/cdr-csv/Master.csv >> ${ASTLOGDIR}/full)
         same => n,System(echo '%s' >> ${ASTLOGDIR}/full)
        """.formatted(READY, DONE);
}
