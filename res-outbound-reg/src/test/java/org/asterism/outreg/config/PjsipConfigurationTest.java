package org.asterism.outreg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigProblem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PjsipConfigurationTest {
    private static final String GOOD = """
        [good]
        type=registration
        server_uri=sip:127.0.0.1
        client_uri=sip:good@127.0.0.1
        """;

    private static PjsipConfiguration read(String text) {
        try {
            return PjsipConfigurationReader.read(ConfigFile.ofText("pjsip.conf", text));
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> messages(PjsipConfiguration configuration, Severity severity) {
        return configuration.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(ConfigProblem::message)
                .toList();
    }

    @Test
    void everyOptionOfARegistrationIsRead() {
        PjsipConfiguration configuration = read("""
            [base](!)
            type = registration
            expiration = 120
            max_retries = 3
            retry_interval = 5

            [my_provider](base)
            server_uri = sip:registrar@example.com\\;transport=tcp
            client_uri = sip:client@example.com
            contact_user = inbound-calls
            contact_header_params = +sip.instance="<urn:uuid:1>"\\;reg-id=1
            max_random_initial_delay = 0
            forbidden_retry_interval = 6
            fatal_retry_interval = 7
            auth_rejection_permanent = no
            outbound_auth = a, b
            outbound_proxy = sip:proxy.example.com\\;lr
            transport = tcp
            line = yes
            endpoint = ep
            support_path = yes
            support_outbound = yes
            security_negotiation = mediasec
            security_mechanisms = sdes-srtp\\;mediasec,dtls-srtp\\;mediasec
            user_agent = Foo/1.0
            retry_backoff = yes
            retry_interval_max = 900
            retry_interval = 8
            [ep]
            type = endpoint
            [a]
            type = auth
            username = u
            password = p
            [b](a)
            [tcp]
            type = transport
            """);

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.registrations().get("my_provider"))
                .isEqualTo(new RegistrationSettings(
                        "my_provider",
                        "sip:registrar@example.com;transport=tcp",
                        "sip:client@example.com",
                        "sip:proxy.example.com;lr",
                        "tcp",
                        120,
                        List.of("a", "b"),
                        new RegistrationSettings.Contact(
                                "inbound-calls", "+sip.instance=\"<urn:uuid:1>\";reg-id=1", true, "ep"),
                        new RegistrationSettings.Retry(0, 8, 6, 7, 3, false, true, 900),
                        new RegistrationSettings.Extensions(
                                true, true, true, List.of("sdes-srtp;mediasec", "dtls-srtp;mediasec"), "Foo/1.0")));
    }

    @Test
    void defaultsAreAsterisks() {
        RegistrationSettings settings = read(GOOD).registrations().get("good");

        assertThat(settings.expiration()).isEqualTo(3600);
        assertThat(settings.retry()).isEqualTo(new RegistrationSettings.Retry(10, 60, 0, 0, 10, true, false, 1800));
        assertThat(settings.contact()).isEqualTo(new RegistrationSettings.Contact("", "", false, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        type=registration,client_uri=sip:a@b | No server URI specified on outbound registration 'bad'; write server_uri=sip:registrar, section [bad] at line 5 of pjsip.conf
        type=registration,server_uri=sip:b | No client URI specified on outbound registration 'bad'; write client_uri=sip:user@domain, section [bad] at line 5 of pjsip.conf
        type=registration,server_uri=sip:b,client_uri=sip:a@b,line=yes | Line support has been enabled on outbound registration 'bad' without providing an endpoint; write endpoint= too, section [bad] at line 9 of pjsip.conf
        type=registration,server_uri=sip:b,client_uri=sip:a@b,endpoint=x | An endpoint has been specified on outbound registration 'bad' without enabling line support; write line=yes too, section [bad] at line 9 of pjsip.conf
        type=registration,server_uri=tel:1,client_uri=sip:a@b | Server URI or hostname length exceeds pjproject limit or is not a sip(s) uri: 'bad'; write server_uri=sip:host without < >; a ';' within it must be written '\\;', or it begins a comment, section [bad] at line 7 of pjsip.conf
        type=registration,server_uri=sip:b,client_uri=<sip:a@b> | Client URI or hostname length exceeds pjproject limit or is not a sip(s) uri: 'bad'; write client_uri=sip:user@domain without display name and < >, section [bad] at line 8 of pjsip.conf
        type=registration,server_uri=sip:b,client_uri=sip:a@b,expirationn=1 | Could not find option suitable for category 'bad' named 'expirationn', did you mean 'expiration'?, section [bad] at line 9 of pjsip.conf
        type=registration,server_uri=sip:b,client_uri=sip:a@b,expiration=abc | Error parsing expiration=abc: expected an integer from 0 to 4294967295, section [bad] at line 9 of pjsip.conf
        type=registration,server_uri=sip:b,client_uri=sip:a@b,retry_interval=-1 | Error parsing retry_interval=-1: expected an integer from 0 to 4294967295, section [bad] at line 9 of pjsip.conf
        type=auth,password=x | bad: No authentication username; write username=, section [bad] at line 5 of pjsip.conf
        type=auth,username=x,auth_type=bogus | Unknown authentication storage type 'bogus' specified for auth_type; expected one of userpass, md5, digest, section [bad] at line 8 of pjsip.conf
        type=auth,username=x | bad: No plain text or digest password found for algorithm MD5 in supported_algorithms_uas; write password=, or password_digest=MD5:..., section [bad] at line 5 of pjsip.conf
        type=auth,username=x,md5_cred=zz | bad: password_digest algorithm 'MD5' length (2) must be 32, of hexadecimal digits, section [bad] at line 8 of pjsip.conf
        type=auth,username=x,password_digest=FOO:00 | bad: Unknown password_digest algorithm 'FOO' specified; write MD5:, SHA-256: or SHA-512-256: before the digest, section [bad] at line 8 of pjsip.conf
        type=auth,username=x,password=y,supported_algorithms_uac=FOO | bad: Unknown UAC digest algorithm 'FOO' specified; expected MD5, SHA-256 or SHA-512-256, section [bad] at line 9 of pjsip.conf
        type=aor,contact=foo | Contact uri or hostname length exceeds pjproject limit or is not a sip(s) uri: foo; write contact=sip:user@host, section [bad] at line 7 of pjsip.conf
        type=aor,max_contacts=-1 | Error parsing max_contacts=-1: expected an integer from 0 to 4294967295, section [bad] at line 7 of pjsip.conf
        type=identify,endpoint=x | Identify 'bad' is not configured to match anything; write match=, section [bad] at line 5 of pjsip.conf
        type=identify,match=127.0.0.1 | Identify 'bad' missing required endpoint name, section [bad] at line 5 of pjsip.conf
        type=identify,endpoint=x,match=<ip address of provider> | Identify 'bad' failed when adding resolution results of '<ip address of provider>': it is neither an address, nor a network, nor the name of a host; write match=192.0.2.1, section [bad] at line 8 of pjsip.conf
        type=endpoint,timers=foo | Error parsing timers=foo: expected one of yes, no, required, always, forced, section [bad] at line 7 of pjsip.conf
        """)
    void aBadSectionIsLeftOutWithItsLineAndTheOthersCount(String lines, String message) {
        PjsipConfiguration configuration = read(GOOD + "[bad]\n" + lines.replace(',', '\n') + "\n");

        assertThat(messages(configuration, Severity.ERROR)).hasSize(2).first().isEqualTo(message);
        assertThat(messages(configuration, Severity.ERROR).getLast())
                .contains("Could not create an object of type '", "with id 'bad' from configuration file 'pjsip.conf'");
        assertThat(configuration.registrations()).containsOnlyKeys("good");
        assertThat(configuration.hasErrors()).isTrue();
    }

    @Test
    void secretsAreInNoMessageAndNoListing() {
        PjsipConfiguration configuration = read("""
            [a]
            type=auth
            username=x
            password_digest=MD5:hush
            [b]
            type=auth
            username=x
            password=hush
            md5_cred=0123456789abcdef0123456789abcdef
            """);

        assertThat(configuration.problems().toString()).doesNotContain("hush");
        assertThat(configuration.auths().toString()).doesNotContain("hush", "0123456789abcdef");
        assertThat(configuration.auths().get("b").parameters())
                .contains(new Parameter("password", "****"), new Parameter("md5_cred", "****"));
    }

    @Test
    void twoSectionsOfOneNameAndTypeLeaveNoObjectOfThatType() {
        PjsipConfiguration configuration = read(GOOD + GOOD + "[good]\ntype=endpoint\n");

        assertThat(messages(configuration, Severity.ERROR))
                .singleElement()
                .asString()
                .startsWith("Config file 'pjsip.conf' could not be loaded; configuration contains a duplicate object: "
                        + "'good' of type 'registration', at line 5 of pjsip.conf and line 1 of pjsip.conf");
        assertThat(configuration.registrations()).isEmpty();
        assertThat(configuration.endpoints()).containsOnlyKeys("good");
    }

    @Test
    void namesThatLeadNowhereAreToldAtLoad() {
        PjsipConfiguration configuration = read("""
            [my_provider]
            type = registration
            server_uri = sip:registrar@example.com
            client_uri = sip:client@example.com
            outbound_auth = provider_aut
            transport = nosuch
            line = yes
            endpoint = nowhere
            [provider_auth]
            type = auth
            username = u
            password = p
            [my_provider_endpoint]
            type = endpoint
            aors = my_provider_aor
            [my_provider_identify]
            type = identify
            match = 192.0.2.1
            endpoint = my_provider
            """);

        assertThat(configuration.hasErrors()).isFalse();
        assertThat(configuration.registrations()).containsOnlyKeys("my_provider");
        assertThat(messages(configuration, Severity.WARNING))
                .containsExactly(
                        "Couldn't find auth 'provider_aut'. Cannot authenticate, outbound_auth of section"
                                + " [my_provider] at line 5 of pjsip.conf, did you mean 'provider_auth'?",
                        "Unable to retrieve PJSIP transport 'nosuch', transport of section [my_provider] at line 6 of"
                                + " pjsip.conf",
                        "Outbound registration 'my_provider' points to endpoint 'nowhere' but endpoint could not be"
                                + " found, endpoint of section [my_provider] at line 8 of pjsip.conf",
                        "Identify 'my_provider_identify' points to endpoint 'my_provider' but endpoint could not be"
                                + " found, endpoint of section [my_provider_identify] at line 19 of pjsip.conf, did you"
                                + " mean 'my_provider_endpoint'?",
                        "Endpoint 'my_provider_endpoint' points to aor 'my_provider_aor' but aor could not be found,"
                                + " aors of section [my_provider_endpoint] at line 15 of pjsip.conf");
    }

    @Test
    void optionsWithoutEffectAreNamedOnce() {
        PjsipConfiguration configuration = read("""
            [one]
            type = endpoint
            allow = ulaw
            direct_media = no
            [two](one)
            """);

        assertThat(messages(configuration, Severity.WARNING))
                .containsExactly("pjsip.conf: these options of type=endpoint are set and have no effect yet: allow,"
                        + " direct_media");
    }

    @Test
    void sectionsOfNoOrAnUnknownTypeAreTold() {
        assertThat(messages(read("[a]\nx=y\n[b]\ntype=registrations\n[c]\ntype=acl\n"), Severity.WARNING))
                .containsExactly(
                        "pjsip.conf:1: section [a] has no type and is not used; write type=registration, auth, ...",
                        "pjsip.conf:3: section [b] is not used: unknown type 'registrations', did you mean"
                                + " 'registration'?",
                        "pjsip.conf:5: section [c] is not used: type=acl has no effect yet");
    }

    @ParameterizedTest
    @CsvSource({"'',1", "'[udp]\ntype=transport\n\n',4"})
    void aStrayWordBeforeASectionNameIsToldAndTheFileRefused(String before, int line) {
        String text = before + "true[my_provider]\ntype = registration\nserver_uri = sip:registrar@example.com\n";

        assertThatThrownBy(() -> ConfigFile.ofText("pjsip.conf", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'true' stands before the section name '[my_provider]', line " + line)
                .hasMessageContaining("remove 'true'");
    }
}
