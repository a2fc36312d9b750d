package org.asterism.outreg.sip.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliOutput;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.outreg.sip.MessageLog;
import org.asterism.outreg.sip.SipEngine;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.config.GlobalSettings;
import org.asterism.outreg.sip.config.SipConfiguration;
import org.asterism.outreg.sip.config.SipConfigurationReader;
import org.asterism.outreg.sip.config.TransportSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands' output against that of a real Asterisk 22 with the same pjsip.conf. */
class StackCommandsTest {
    private static String resource(String name) throws Exception {
        try (InputStream in = StackCommandsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Transports of the file, without sockets. */
    private record Configured(List<TransportSettings> transports) implements SipStack {
        @Override
        public org.asterism.core.net.EventLoop loop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public org.asterism.outreg.sip.location.NameService names() {
            throw new UnsupportedOperationException();
        }

        @Override
        public org.asterism.outreg.sip.StackStatistics statistics() {
            throw new UnsupportedOperationException();
        }

        @Override
        public GlobalSettings settings() {
            throw new UnsupportedOperationException();
        }

        @Override
        public PendingRequest send(
                org.asterism.outreg.sip.OutgoingRequest request, org.asterism.outreg.sip.ResponseListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Subscription addRequestHandler(org.asterism.outreg.sip.RequestHandler handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Subscription addConnectionListener(ConnectionListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static String run(SipStack stack, MessageLog log, String line) {
        List<String> lines = new ArrayList<>();
        CliOutput output = lines::add;
        for (CliCommand command : StackCommands.all(stack, log)) {
            String pattern = command.words().replaceAll(" \\[.*", "");
            List<String> fixed = List.of(pattern.split(" "));
            List<String> words = List.of(line.split(" "));
            if (words.size() >= fixed.size() && matches(fixed, words)) {
                CliResult result =
                        command.run(new CliRequest(line, words, words.subList(fixed.size(), words.size()), output));
                if (result == CliResult.FAILURE) {
                    lines.add("Command '" + line + "' failed.");
                } else if (result == CliResult.SHOW_USAGE) {
                    lines.add(command.usage());
                }
                return String.join("\n", lines) + "\n";
            }
        }
        throw new AssertionError("no command " + line);
    }

    private static boolean matches(List<String> fixed, List<String> words) {
        for (int i = 0; i < fixed.size(); i++) {
            String each = fixed.get(i);
            boolean choice = each.startsWith("{");
            if (choice
                    ? !List.of(each.substring(1, each.length() - 1).split("\\|"))
                            .contains(words.get(i))
                    : !each.equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    static Stream<String> captured() throws Exception {
        return resource("asterisk.txt")
                .lines()
                .filter(line -> line.startsWith("=== "))
                .map(line -> line.substring(4));
    }

    @ParameterizedTest
    @MethodSource("captured")
    void shouldPrintWhatAsteriskPrints(String line) throws Exception {
        String all = resource("asterisk.txt");
        int at = all.indexOf("=== " + line + "\n") + line.length() + 5;
        int end = all.indexOf("\n=== ", at - 1);
        String expected = end < 0 ? all.substring(at) : all.substring(at, end + 1);
        SipConfiguration configuration =
                SipConfigurationReader.read(ConfigFile.ofText("pjsip.conf", resource("pjsip.conf")), "x");

        assertThat(run(new Configured(configuration.transports()), new MessageLog(), line))
                .isEqualTo(expected);
    }

    @Test
    void shouldSayThatThereAreNoTransports() throws Exception {
        MemoryNetwork network = new MemoryNetwork(1);
        GlobalSettings settings = SipConfigurationReader.read(ConfigFile.ofText("pjsip.conf", ""), "x")
                .settings();
        try (SipEngine engine = new SipEngine(network.newLoop("sip"), settings, null, new Random(), new MessageLog())) {
            assertThat(run(engine, new MessageLog(), "pjsip show transports")).isEqualTo("No objects found.\n\n");
            assertThat(run(engine, new MessageLog(), "pjsip show stats"))
                    .contains("Client transactions        : 0\n")
                    .contains("response for somebody else : 0\n");
        }
    }
}
