package org.asterism.outreg.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.outreg.config.PjsipConfiguration;
import org.asterism.outreg.config.PjsipConfigurationReader;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.registration.RegistrationControl;
import org.asterism.outreg.registration.RegistrationStanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what Asterisk 22 printed for the same pjsip.conf; secrets masked, endpoints unavailable. */
class PjsipCommandsTest {
    /** Registrations that stand where the test puts them. */
    private record FixedRegistrations(
            SortedMap<String, RegistrationSettings> registrations, Map<String, RegistrationStanding> standings)
            implements RegistrationControl {
        @Override
        public RegistrationStanding standing(String id) {
            return standings.getOrDefault(id, new RegistrationStanding("Unregistered", 300, 300));
        }

        @Override
        public boolean register(String id) {
            return registrations.containsKey(id);
        }

        @Override
        public boolean unregister(String id) {
            return registrations.containsKey(id);
        }

        @Override
        public void registerAll() {}

        @Override
        public void unregisterAll() {}
    }

    private static String resource(String name) {
        try (InputStream in = PjsipCommandsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(String text, Map<String, RegistrationStanding> standings, String command) {
        PjsipConfiguration configuration;
        try {
            configuration = PjsipConfigurationReader.read(ConfigFile.ofText("pjsip.conf", text));
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
        CliRegistry registry = new CliRegistry();
        RegistrationControl control = new FixedRegistrations(configuration.registrations(), standings);
        for (CliCommand each : PjsipCommands.all(
                () -> configuration,
                control,
                name -> name.equals("udp") ? "udp                       udp      0      0  127.0.0.1:17060" : null)) {
            registry.register(each, "test");
        }
        StringBuilder answer = new StringBuilder();
        registry.run(command, line -> answer.append(line).append('\n'));
        return answer.toString();
    }

    static Stream<Arguments> captured() {
        return Stream.of(resource("asterisk.txt").split("(?m)^##### "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("\n", 2))
                .map(part -> Arguments.of(part[0], part[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("captured")
    void printsWhatAsteriskPrints(String command, String expected) {
        assertThat(run(resource("pjsip.conf"), Map.of(), command)).isEqualTo(expected);
    }

    @Test
    void registrationsAreListedAsAsteriskListsThem() {
        String text = Stream.of(
                        "auth401",
                        "authrealm-bad",
                        "c403-both",
                        "longuri",
                        "a-very-long-registration-name-that-goes-beyond-fifty-three-chars")
                .map(id -> "[" + id + "]\ntype=registration\nclient_uri=sip:a@127.0.0.1\nserver_uri="
                        + (id.equals("longuri")
                                ? "sip:a-long-user-part-of-the-uri@sip-registrar.example.com"
                                : "sip:127.0.0.1:17090")
                        + (id.equals("auth401") ? "\noutbound_auth=auth1,other" : "")
                        + "\n")
                .reduce("", String::concat);
        Map<String, RegistrationStanding> standings = new TreeMap<>(Map.of(
                "auth401", new RegistrationStanding("Registered", 3586, 0),
                "authrealm-bad", new RegistrationStanding("Rejected", -4, 0),
                "c403-both", new RegistrationStanding("Rejected", 4, 0),
                "longuri", new RegistrationStanding("Stopped", 81, 0)));

        assertThat(run(text, standings, "pjsip show registrations")).isEqualTo("""

             <Registration/ServerURI..............................>  <Auth....................>  <Status.......>
            ==========================================================================================

             a-very-long-registration-name-that-goes-beyond-fifty-three-chars/sip:127.0.0.1:17090  n/a                         Unregistered      (exp. 300s)
             auth401/sip:127.0.0.1:17090                             auth1                       Registered        (exp. 3586s)
             authrealm-bad/sip:127.0.0.1:17090                       n/a                         Rejected          (exp. 4s ago)
             c403-both/sip:127.0.0.1:17090                           n/a                         Rejected          (exp. 4s)
             longuri/sip:a-long-user-part-of-the-uri@sip-registrar.  n/a                         Stopped           (exp. 81s)

            Objects found: 5

            """);
        assertThat(run(text, standings, "pjsip list registrations like ^c4")).contains("c403-both", "Objects found: 1");
    }

    @ParameterizedTest
    @MethodSource("sendCommands")
    void sendCommandsAnswer(String command, String expected) {
        assertThat(run(resource("pjsip.conf"), Map.of(), command)).isEqualTo(expected);
    }

    static Stream<Arguments> sendCommands() {
        return Stream.of(
                Arguments.of("pjsip send register my_provider", ""),
                Arguments.of("pjsip send unregister my_provider", ""),
                Arguments.of("pjsip send register *all", "Re-register all queued\n"),
                Arguments.of("pjsip send unregister *all", "Unregister all queued\n"),
                Arguments.of(
                        "pjsip send register nosuch",
                        "Unable to retrieve registration nosuch\nCommand 'pjsip send register nosuch' failed.\n"));
    }
}
