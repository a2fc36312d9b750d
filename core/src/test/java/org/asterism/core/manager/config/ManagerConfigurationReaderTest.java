package org.asterism.core.manager.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.event.EventClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagerConfigurationReaderTest {
    private final ManagerConfigurationReader reader = new ManagerConfigurationReader(null, Path.of("/keys"));

    private ManagerConfiguration read(String text) throws ConfigException {
        return reader.read(ConfigFile.ofText("manager.conf", text));
    }

    private List<String> problems() {
        return reader.problems().stream().map(ConfigProblem::message).toList();
    }

    @Test
    void anEmptyFileIsClosed() throws ConfigException {
        ManagerConfiguration configuration = read("[general]\n");

        assertThat(configuration.enabled()).isFalse();
        assertThat(configuration.tls()).isNull();
        assertThat(configuration.address().getPort()).isEqualTo(5038);
        assertThat(configuration.authTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.authLimit()).isEqualTo(50);
        assertThat(configuration.users()).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void readsUsers() throws Exception {
        ManagerConfiguration configuration = read("""
            [general]
            enabled = yes
            displayconnects = no
            disabledevents = VarSet,newexten
            [a](!)
            read = system,call
            [alice](a)
            secret = x
            write = all
            displayconnects = yes
            deny = 0.0.0.0/0
            permit = 127.0.0.1
            eventfilter = !Event: Newexten
            eventfilter(name(Hangup)) =
            [bob](a)
            secret = y
            read = none
            """);

        ManagerUser alice = configuration.user("alice");
        assertThat(problems()).isEmpty();
        assertThat(alice).isNotNull();
        assertThat(alice.read()).containsExactlyInAnyOrder(EventClass.SYSTEM, EventClass.CALL);
        assertThat(alice.write()).containsExactlyInAnyOrder(EventClass.values());
        assertThat(alice.displayConnects()).isTrue();
        assertThat(alice.addresses().allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(alice.addresses().allows(InetAddress.getByName("127.0.0.2"))).isFalse();
        assertThat(alice.filters()).extracting(EventFilter::excludes).containsExactly(true, false);
        assertThat(alice.toString()).doesNotContain("x");
        assertThat(configuration.user("bob")).satisfies(bob -> {
            assertThat(bob.read()).isEmpty();
            assertThat(bob.displayConnects()).isFalse();
        });
        assertThat(configuration.user("Alice")).isNull();
        assertThat(configuration.disables("varset")).isTrue();
        assertThat(configuration.disables("NewExten")).isTrue();
        assertThat(configuration.disables("Hangup")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "bindaddr = nowhere.invalid,bindaddr cannot be 'nowhere.invalid'",
        "port = 99999,option 'port' cannot be '99999'",
        "authtimeout = 0,option 'authtimeout' cannot be '0'",
        "tlsbindaddr = 127.0.0.1:x,tlsbindaddr cannot be '127.0.0.1:x'",
    })
    void mistakesAreErrors(String line, String expected) throws ConfigException {
        read("[general]\ntlsenable=yes\n" + line + "\n");

        assertThat(reader.problems()).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(ConfigProblem.Severity.ERROR);
            assertThat(problem.message()).contains("manager.conf:3").contains(expected);
        });
    }

    @Test
    void tellsWhatIsProbablyNotMeant() throws ConfigException {
        read("""
            [general]
            webenabled = yes
            enable = yes
            [alice]
            read = system,calls
            secrit = hush
            eventfilter = (
            deny = nonsense
            """);

        assertThat(problems())
                .anyMatch(text ->
                        text.contains("manager.conf:2") && text.contains("webenabled") && text.contains("no effect"))
                .anyMatch(text -> text.contains("manager.conf:3") && text.contains("enabled"))
                .anyMatch(text -> text.contains("manager.conf:5") && text.contains("'calls'"))
                .anyMatch(text -> text.contains("manager.conf:6") && text.contains("secret"))
                .anyMatch(text -> text.contains("manager.conf:7") && text.contains("did not compile"))
                .anyMatch(text -> text.contains("manager.conf:8") && text.contains("nobody is let in"))
                .anyMatch(text -> text.contains("'alice' has no secret"))
                .noneMatch(text -> text.contains("hush"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,127.0.0.1,5039",
        "127.0.0.1:6000,127.0.0.1,6000",
        "::1,::1,5039",
        "[::1],::1,5039",
        "[::1]:6000,::1,6000",
        "'',127.0.0.2,5039",
    })
    void readsTheAddressForTls(String written, String address, int port) throws Exception {
        ManagerConfiguration configuration =
                read("[general]\nbindaddr=127.0.0.2\ntlsenable=yes\ntlscertfile=a.pem\ntlsbindaddr=" + written + "\n");

        assertThat(problems()).isEmpty();
        assertThat(configuration.tls())
                .isEqualTo(new ManagerConfiguration.Tls(
                        new InetSocketAddress(InetAddress.getByName(address), port),
                        Path.of("/keys/a.pem"),
                        Path.of("/keys/a.pem")));
    }
}
