package org.asterism.iax2.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.Codecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IaxConfigurationTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void shouldBindToPortInEitherOrder() throws ConfigException {
        assertThat(read("[general]\nbindaddr=127.0.0.1\nbindport=5555\nbindaddr=[::1]:6000")
                        .general()
                        .bindAddresses())
                .containsExactly(
                        new InetSocketAddress("127.0.0.1", 5555),
                        new InetSocketAddress(InetAddress.ofLiteral("::1"), 6000));
        assertThat(read("[general]\nbindport=5555").general().bindAddresses())
                .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 5555));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "disallow=all;allow=ulaw;allow=alaw    ~ (ulaw|alaw)",
                "disallow=all;allow=gsm,ulaw           ~ (gsm|ulaw)",
                "bandwidth=low                         ~ (gsm|ilbc|speex|lpc10|g729|g723)",
                "disallow=all;allow=all;allow=!lpc10   ~ "
                        + "(ulaw|alaw|siren14|siren7|g722|slin16|slin|g726|g726aal2|adpcm|gsm|ilbc|speex|g729|g723)",
            })
    void shouldOrderCodecsAsWritten(String lines, String codecs) throws ConfigException {
        assertThat(Codecs.names(
                        read("[general]\n" + lines.replace(';', '\n')).general().codecs()))
                .isEqualTo(codecs);
    }

    @Test
    void shouldMakeUserAndPeerOfFriend() throws ConfigException {
        IaxConfiguration configuration = read("""
            [general]
            disallow=all
            allow=alaw
            [phone](!)
            type=friend
            host=dynamic
            qualify=yes
            context=phones
            context=lobby
            [alice](phone)
            secret=one
            secret=two
            callerid="Alice A" <1001>
            permit=127.0.0.0/8
            deny=0.0.0.0/0
            """);

        User user = configuration.user("alice");
        Peer peer = configuration.peer("alice");
        assertThat(user.secrets()).containsExactly("one", "two");
        assertThat(user.contexts()).containsExactly("phones", "lobby");
        assertThat(user.callerId().name()).isEqualTo("Alice A");
        assertThat(user.callerId().number()).isEqualTo("1001");
        assertThat(user.access().allows(HERE)).as("the last rule counts").isFalse();
        assertThat(user.authMethods()).isEqualTo(AuthMethods.MD5);
        assertThat(peer.dynamic()).isTrue();
        assertThat(peer.secret()).isEqualTo("two");
        assertThat(peer.qualify()).isEqualTo(new Peer.Qualify(2000, false, 60000, 10000));
        assertThat(Codecs.names(peer.codecs())).isEqualTo("(alaw)");
        assertThat(configuration.user("phone")).as("a template").isNull();
        assertThat(user.toString() + peer).doesNotContain("one").doesNotContain("two");
    }

    @Test
    void shouldPreferTheUserThatFitsBest() throws ConfigException {
        IaxConfiguration configuration = read("""
            [locked]
            type=user
            secret=x
            context=a
            [open]
            type=user
            context=b
            [local]
            type=user
            context=c
            deny=0.0.0.0/0
            permit=127.0.0.1
            """);

        assertThat(configuration.userFor("", HERE, "").name()).isEqualTo("local");
        assertThat(configuration
                        .userFor("", InetAddress.ofLiteral("127.0.0.9"), "")
                        .name())
                .isEqualTo("open");
        assertThat(configuration.userFor("", HERE, "a").name()).isEqualTo("locked");
        assertThat(configuration.userFor("locked", HERE, "b"))
                .as("not his context")
                .isNull();
        assertThat(configuration.userFor("local", InetAddress.ofLiteral("127.0.0.9"), ""))
                .as("not his address")
                .isNull();
        assertThat(configuration.userFor("nobody", HERE, "")).isNull();
    }

    @Test
    void shouldKeepEverybodyOutWhenARuleCannotBeRead() throws ConfigException {
        IaxConfiguration configuration =
                read("[bob]\ntype=friend\npermit=127.0.0.0/99\n[eve]\ntype=friend\nacl=office");

        assertThat(configuration.user("bob").access().allows(HERE)).isFalse();
        assertThat(configuration.user("eve").access().allows(HERE)).isFalse();
        assertThat(configuration.problems())
                .extracting(ConfigProblem::message)
                .anySatisfy(
                        message -> assertThat(message).contains("iax.conf:3").contains("127.0.0.0/99"))
                .anySatisfy(
                        message -> assertThat(message).contains("iax.conf:6").contains("[office]"));
    }

    @Test
    void shouldReadNamedRules() throws ConfigException {
        ConfigFile acl = ConfigFile.ofText("acl.conf", "[office]\ndeny=0.0.0.0/0\npermit=127.0.0.1");
        IaxConfiguration configuration =
                IaxConfigurationReader.read(ConfigFile.ofText("iax.conf", "[eve]\ntype=friend\nacl=office"), acl);

        assertThat(configuration.user("eve").access().allows(HERE)).isTrue();
        assertThat(configuration.user("eve").access().allows(InetAddress.ofLiteral("127.0.0.9")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63001:VerySecret@register.example.org  | 63001 | VerySecret | register.example.org | 0",
                "63001@register.example.org:4570        | 63001 | ''         | register.example.org | 4570",
                "bob:p:a@ss@127.0.0.1:4569              | bob   | p:a@ss     | 127.0.0.1            | 4569",
                "bob:[key]@[2001:db8::1]:4569           | bob   | [key]      | 2001:db8::1          | 4569",
                "bob@[2001:db8::1]                      | bob   | ''         | 2001:db8::1          | 0",
            })
    void shouldReadRegisterLines(String text, String user, String secret, String host, int port) {
        RegisterLine line = RegisterLine.parse(text, "iax.conf:7");

        assertThat(line).isEqualTo(new RegisterLine(user, secret, host, port, "iax.conf:7"));
        if (!secret.isEmpty()) {
            assertThat(line.toString()).doesNotContain(secret).contains("****");
        }
    }

    @ParameterizedTest
    @CsvSource({"63001", "@host", "63001@", "63001:x@host:0", "63001:x@host:70000", "63001:x@host:abc"})
    void shouldSayHowARegisterLineMustLook(String text) {
        assertThatThrownBy(() -> RegisterLine.parse(text, "iax.conf:7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("iax.conf:7");
    }

    @Test
    void shouldReadRegistrationSections() throws ConfigException {
        IaxConfiguration configuration = read("""
            [general]
            register => a:x@127.0.0.1
            [keep](!)
            type=registration
            retry_interval=30
            retry_backoff=yes
            max_retries=5
            [node](keep)
            server=register.example.org:4570
            username=63001
            secret=VerySecret
            refresh=300
            [plain](keep)
            server=[2001:db8::1]
            """);

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.peers()).isEmpty();
        assertThat(configuration.registrations())
                .extracting(RegisterLine::name)
                .containsExactly("a@127.0.0.1", "node", "plain");
        RegisterLine node = configuration.registrations().get(1);
        assertThat(node.user()).isEqualTo("63001");
        assertThat(node.host()).isEqualTo("register.example.org");
        assertThat(node.port()).isEqualTo(4570);
        assertThat(node.options().refreshSeconds()).isEqualTo(300);
        assertThat(node.options().policy().retryIntervalSeconds()).isEqualTo(30);
        assertThat(node.options().policy().backoff()).isTrue();
        assertThat(node.options().policy().maxRetries()).isEqualTo(5);
        RegisterLine plain = configuration.registrations().getLast();
        assertThat(plain.user()).isEqualTo("plain");
        assertThat(plain.host()).isEqualTo("2001:db8::1");
    }

    @Test
    void shouldSayWhatARegistrationSectionLacks() throws ConfigException {
        IaxConfiguration configuration = read(
                "[node]\ntype=registration\nsecret=VerySecret\nretry_intervall=5\n[b]\ntype=registration\nserver=h:x");

        assertThat(configuration.registrations()).isEmpty();
        assertThat(configuration.problems())
                .extracting(ConfigProblem::message)
                .anyMatch(text -> text.contains("registration 'node' lacks server"))
                .anyMatch(text -> text.contains("retry_intervall") && text.contains("retry_interval"))
                .anyMatch(text -> text.contains("x is not a valid port number"))
                .noneMatch(text -> text.contains("VerySecret"));
    }

    @Test
    void shouldListRegisterLinesLastFirst() throws ConfigException {
        assertThat(read("[general]\nregister => a:x@127.0.0.1\nregister => nonsense\nregister => b@127.0.0.2")
                        .registrations())
                .extracting(RegisterLine::user)
                .isEqualTo(List.of("b", "a"));
    }

    @Test
    void shouldLimitCallNumbersByRange() throws ConfigException {
        IaxConfiguration configuration =
                read("[general]\nmaxcallnumbers=100\n[callnumberlimits]\n127.0.0.0/24=5\n127.0.0.9=7");

        assertThat(configuration.maxCallNumbers(HERE)).isEqualTo(5);
        assertThat(configuration.maxCallNumbers(InetAddress.ofLiteral("127.0.0.9")))
                .isEqualTo(7);
        assertThat(configuration.maxCallNumbers(InetAddress.ofLiteral("127.0.1.1")))
                .isEqualTo(100);
    }

    @Test
    void shouldNameSectionsWithoutType() throws ConfigException {
        assertThat(read("[carol]\nsecret=x").problems())
                .extracting(ConfigProblem::message)
                .singleElement()
                .asString()
                .contains("iax.conf:1")
                .contains("'carol' lacks type");
    }

    @ParameterizedTest
    @CsvSource({"ef, 184", "cs3, 96", "af41, 136", "0x10, 16", "16, 16", "0, 0", "bogus, 0", "999, 0"})
    void shouldReadTypeOfService(String text, int tos) throws ConfigException {
        assertThat(read("[general]\ntos=" + text).general().tos()).isEqualTo(tos);
    }

    private static IaxConfiguration read(String text) throws ConfigException {
        return IaxConfigurationReader.ofText(text);
    }

    @Test
    void shouldLearnTokensOnlyWhereASectionSaysAuto() throws ConfigException {
        assertThat(IaxConfigurationReader.ofText("[a]\ntype=friend\nrequirecalltoken=yes\n")
                        .learnsTokens())
                .isFalse();
        assertThat(IaxConfigurationReader.ofText("[a]\ntype=peer\nrequirecalltoken=auto\n")
                        .learnsTokens())
                .isTrue();
        assertThat(IaxConfigurationReader.ofText("[a]\ntype=user\nrequirecalltoken=auto\n")
                        .learnsTokens())
                .isTrue();
    }
}
