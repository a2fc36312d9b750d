package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.interop.RecordingRegistrar.Request;
import org.asterism.interop.RegistrarAnswers.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each answer of a registrar leads to, seen from both ends and in real time: one switch with a registration for each row of
 * {@link RegistrarAnswers}, each with a SIPp, or a peer that misbehaves as SIPp cannot, of its own. The table holds what was
 * observed of Asterisk 22, with shorter intervals.
 */
@Tag("interop")
class RegistrarAnswersTest {
    /**
     * How much of an interval must lie between two requests as SIPp has noted them, which may be late on a busy machine: enough to tell a
     * request after an interval from one at once.
     */
    private static final double PART_OF_INTERVAL = 0.25;

    /** A port where nobody listens. */
    private record Nobody(int port) implements RecordingRegistrar {
        @Override
        public List<Request> requests() {
            return List.of();
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }

    @TempDir
    static Path folder;

    private static final Map<String, RecordingRegistrar> REGISTRARS = new LinkedHashMap<>();
    private static final List<AutoCloseable> TO_CLOSE = new ArrayList<>();
    private static AmiClient console;

    static List<Row> rows() {
        return RegistrarAnswers.rows();
    }

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Sipp.isThere(), "SKIPPED: install Debian's package sip-tester");
        int sip = Ports.free("127.0.0.1");
        RegistrarCertificate trusted = RegistrarCertificate.make(folder, "trusted", "DNS:registrar.example");
        RegistrarCertificate unknown = RegistrarCertificate.make(folder, "unknown", "IP:127.0.0.1");
        StringBuilder sections = new StringBuilder(stack(sip, Ports.free("127.0.0.1"), trusted.certificate()));
        for (Row row : rows()) {
            sections.append(section(row, peer(row, sip, trusted, unknown)));
        }
        REGISTRARS.values().forEach(RecordingRegistrar::awaitReady);
        int manager = Ports.free("127.0.0.1");
        AsterismProcess pbx = AsterismProcess.start(
                folder,
                Map.of(
                        "pjsip.conf",
                        sections.toString(),
                        "modules.conf",
                        RegistrationClients.MODULES,
                        "extensions.conf",
                        "[default]\n",
                        "manager.conf",
                        ManagerAccess.conf("127.0.0.1", manager)));
        TO_CLOSE.add(pbx);
        console = new AmiClient("127.0.0.1", manager);
        TO_CLOSE.add(console);
        console.login(ManagerAccess.USER, ManagerAccess.SECRET, "off");
    }

    private static int peer(Row row, int sip, RegistrarCertificate trusted, RegistrarCertificate unknown) {
        RecordingRegistrar peer = switch (row.scenario()) {
            case "truncates" -> StreamRegistrar.start(StreamRegistrar.Manner.TRUNCATES);
            case "stalls" -> StreamRegistrar.start(StreamRegistrar.Manner.STALLS);
            case "closes" -> StreamRegistrar.start(StreamRegistrar.Manner.GRANTS_AND_CLOSES);
            case "unknown-authority" -> TlsGreeter.start(unknown);
            case "other-name" -> TlsGreeter.start(trusted);
            case "nobody" -> new Nobody(Ports.free("127.0.0.1"));
            default ->
                Sipp.answering(
                        folder,
                        row.isTcp(),
                        row.scenario(),
                        Map.of(
                                "answer",
                                "SIP/2.0 " + row.answer(),
                                "more",
                                row.more().isEmpty() ? "Subject: nothing more" : row.more(),
                                "granted",
                                row.answer(),
                                "sentby",
                                "127.0.0.1:" + sip));
        };
        REGISTRARS.put(row.name(), peer);
        TO_CLOSE.add(peer);
        return peer.port();
    }

    private static String stack(int port, int tlsPort, Path authorities) {
        return """
                [system]
                type = system
                timer_t1 = 1000
                timer_b = 10000
                [alice]
                type = auth
                username = alice
                password = secret
                [row](!)
                type = registration
                client_uri = sip:alice@127.0.0.1
                max_random_initial_delay = 0
                retry_interval = 2
                max_retries = 2
                """ + SipTransports.udpAndTcp("127.0.0.1", port)
                + SipTransports.verifyingTls("127.0.0.1", tlsPort, authorities);
    }

    private static String section(Row row, int port) {
        return "[%s](row)\nserver_uri = sip:127.0.0.1:%d%s\n%s\n"
                .formatted(
                        row.name(),
                        port,
                        row.transport().isEmpty() ? "" : "\\;transport=" + row.transport(),
                        row.options().replace(';', '\n'));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theAnswerLeadsToWhatTheOptionsSay(Row row) {
        Eventually.within(120, () -> {
            List<String> explained = ask("registration explain " + row.name());
            String whole = String.join("\n", explained);
            List<String> rules = rulesIn(explained);
            assertThat(rules).as(whole).hasSizeGreaterThanOrEqualTo(row.rules().size());
            assertThat(row.goesOn() ? rules.subList(0, row.rules().size()) : rules)
                    .as(whole)
                    .isEqualTo(row.rules());
            assertThat(whole)
                    .contains(row.isGranted() ? "200 OK" : row.answer())
                    .contains("  Next      : " + (row.isOver() ? "nothing until" : "request in"));
            assertThat(ask("pjsip show registrations like ^" + row.name() + "$"))
                    .anyMatch(line -> line.contains(" " + row.status() + " "));
            List<Request> requests = REGISTRARS.get(row.name()).requests();
            if (row.goesOn()) {
                assertThat(requests).hasSizeGreaterThanOrEqualTo(row.times().size());
            } else {
                assertThat(requests).hasSameSizeAs(row.times());
            }
        });
        List<Request> requests = REGISTRARS.get(row.name()).requests();
        for (int i = 1; i < row.times().size(); i++) {
            Request request = requests.get(i);
            Request before = requests.get(i - 1);
            assertThat(request.sequence()).isEqualTo(before.sequence() + 1);
            assertThat(request.atSeconds() - before.atSeconds())
                    .as("seconds between request %d and the one before", i + 1)
                    .isGreaterThanOrEqualTo(
                            PART_OF_INTERVAL * (row.times().get(i) - row.times().get(i - 1)));
        }
    }

    /** Which rule decided about each answer, as operators are told. */
    private static List<String> rulesIn(List<String> explained) {
        return explained.stream()
                .dropWhile(line -> !line.equals("  Answers"))
                .takeWhile(line -> !line.equals("  History"))
                .filter(line -> line.startsWith("      "))
                .map(String::strip)
                .toList();
    }

    private static List<String> ask(String command) {
        try {
            return console.ask("Action: Command", "Command: " + command).getFirst().stream()
                    .filter(line -> line.startsWith("Output: "))
                    .map(line -> line.substring("Output: ".length()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(command, e);
        }
    }

    /** The timelines, for whoever reads the log of the tests. */
    @AfterAll
    static void stop() throws Exception {
        for (Map.Entry<String, RecordingRegistrar> each : REGISTRARS.entrySet()) {
            List<Request> requests = each.getValue().requests();
            double start = requests.isEmpty() ? 0 : requests.getFirst().atSeconds();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %s%n",
                    each.getKey(),
                    requests.stream()
                            .map(request -> String.format(Locale.ROOT, "%.2f", request.atSeconds() - start))
                            .collect(Collectors.joining("  ")));
        }
        for (AutoCloseable each : TO_CLOSE) {
            each.close();
        }
    }
}
