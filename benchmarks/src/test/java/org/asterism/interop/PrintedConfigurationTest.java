package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Somebody follows seed 001 from its first configuration to its last, with a provider that is a real Kamailio or a real Asterisk. The
 * files of {@code seed001} are the texts exactly as printed. Of what is printed just two things are changed, and each after the
 * switch has complained of it: the stray word {@code true} before the first section goes, and {@code <ip address of provider>} is
 * filled in. The printed {@code example.com} is found by a DNS server of the test's own, by NAPTR and SRV records, so that no
 * address is edited; what a laboratory needs besides (short times, which transport) is added in a file of its own, by {@code
 * [my_provider](+)}.
 */
@Tag("interop")
@Execution(ExecutionMode.CONCURRENT)
class PrintedConfigurationTest {
    /** Where those known to the provider come from; everybody else is challenged. */
    private static final String KNOWN = "127.0.0.1";

    private static final int LIMIT_S = 90;

    private static final String STRANGER = "127.0.0.2";
    private static final String LABORATORY = """
        [my_provider](+)
        max_random_initial_delay = 0
        expiration = 15
        """;
    private static final Pattern CONTACT = Pattern.compile("Contact: <(sip:[^>]+;line=[a-z]+)>");

    private Provider provider;
    private AsterismProcess pbx;
    private int port;
    private String laboratory;

    /** A registrar that has the printed names. */
    interface Provider extends AutoCloseable {
        /** The Contacts it has for {@code client}, in its own words. */
        String contacts();

        @Override
        void close();
    }

    @Test
    void kamailio(@TempDir Path folder) throws IOException {
        assumeTrue(Kamailio.isThere(), "SKIPPED: install Debian's packages kamailio and kamailio-tls-modules");
        follow(folder, (port, tlsPort, certificate) -> {
            Kamailio kamailio = Kamailio.start(folder, port, tlsPort, certificate, KNOWN);
            return new Provider() {
                @Override
                public String contacts() {
                    return kamailio.contacts();
                }

                @Override
                public void close() {
                    kamailio.close();
                }
            };
        });
    }

    @Test
    @RequiresAsterisk
    void asterisk(@TempDir Path folder) throws IOException {
        follow(folder, (port, tlsPort, certificate) -> {
            AsteriskPeer asterisk = AsteriskPeer.start(
                    "printed-registrar",
                    folder,
                    Map.of(
                            "pjsip.conf",
                            SipTransports.ofAsterisk(KNOWN, port, tlsPort) + ASTERISK,
                            "extensions.conf",
                            "[default]\n",
                            "modules.conf",
                            "[modules]\nautoload=yes\nnoload => chan_iax2.so\nnoload => res_hep.so\n",
                            "registrar.pem",
                            certificate.certificateText(),
                            "registrar.key",
                            certificate.keyText()));
            return new Provider() {
                @Override
                public String contacts() {
                    return asterisk.cli("database show registrar"); // "pjsip show contacts" cuts them off
                }

                @Override
                public void close() {
                    asterisk.close();
                }
            };
        });
    }

    /** Asterisk as a provider that knows one address and wants a password from all others. */
    private static final String ASTERISK = """
        [known]
        type=endpoint
        aors=client
        [known]
        type=identify
        endpoint=known
        match=127.0.0.1
        [client]
        type=endpoint
        aors=client
        auth=client
        [client]
        type=auth
        username=my_username
        password=my_password
        [client]
        type=aor
        max_contacts=1
        remove_existing=yes
        minimum_expiration=15
        """;

    /** Starts a provider. */
    private interface ProviderStart {
        Provider at(int port, int tlsPort, RegistrarCertificate certificate) throws IOException;
    }

    private void follow(Path folder, ProviderStart start) throws IOException {
        assumeTrue(NameServer.isPossible(), "SKIPPED: needs Debian's package dnsmasq-base, and root");
        assumeTrue(Sipp.isThere(), "SKIPPED: install Debian's package sip-tester");
        port = Ports.free(KNOWN);
        int tlsPort = Ports.free(KNOWN);
        RegistrarCertificate certificate = RegistrarCertificate.make(folder, "registrar", "DNS:example.com");
        try (NameServer names = NameServer.start(folder, records(port, tlsPort));
                Provider started = start.at(port, tlsPort, certificate);
                AsterismProcess client = AsterismProcess.start(
                        folder,
                        Map.of(
                                "pjsip.conf",
                                "#include transports.conf\n#include printed.conf\n#include laboratory.conf\n",
                                "transports.conf",
                                transports(certificate),
                                "printed.conf",
                                printed("registration"),
                                "laboratory.conf",
                                "",
                                "modules.conf",
                                RegistrationClients.MODULES,
                                "extensions.conf",
                                "[default]\nexten => somebody,1,NoOp()\n"),
                        names.around())) {
            provider = started;
            pbx = client;
            theStrayWordIsNamed();
            theFirstOneRegistersOverUdp();
            theOneOverTcpRegistersIsRenewedAndUnregistered();
            theEndpointsPlaceholderAndWrongNameAreNamed();
            callsAreGivenToTheEndpointAndRefused();
            credentialsAreUsed();
            theLenientOneRegistersOverTls();
            theEndOfTheSwitchIsTheEndOfTheRegistration();
        }
    }

    private static List<String> records(int port, int tlsPort) {
        return List.of(
                "--local=/example.com/",
                "--naptr-record=example.com,10,10,s,SIP+D2U,,_sip._udp.example.com",
                "--srv-host=_sip._udp.example.com,registrar.example.com," + port,
                "--srv-host=_sip._tcp.example.com,registrar.example.com," + port,
                "--srv-host=_sips._tcp.example.com,registrar.example.com," + tlsPort,
                "--host-record=registrar.example.com," + KNOWN);
    }

    /** One transport of each kind for those whom the provider knows, and one for strangers. */
    private static String transports(RegistrarCertificate certificate) {
        return SipTransports.udpAndTcp(KNOWN, Ports.free(KNOWN))
                + """
                [strange-udp]
                type = transport
                protocol = udp
                bind = %s:%d
                """.formatted(STRANGER, Ports.free(STRANGER))
                + SipTransports.tls(
                        "strange-tls",
                        STRANGER,
                        Ports.free(STRANGER),
                        "ca_list_file = " + certificate.certificate(),
                        "verify_server = yes");
    }

    private static String printed(String name) throws IOException {
        try (InputStream in = PrintedConfigurationTest.class.getResourceAsStream("seed001/" + name + ".conf")) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As printed, without the word that the switch has complained of. */
    private static String mended(String name) throws IOException {
        String text = printed(name);
        assertThat(text).startsWith("true[");
        return text.substring("true".length());
    }

    private static String addressed(String text) {
        assertThat(text).contains("<ip address of provider>");
        return text.replace("<ip address of provider>", KNOWN);
    }

    private String file(String name) {
        return pbx.folder().resolve("etc").resolve(name).toString();
    }

    private void use(String printed, String laboratory) {
        pbx.write("printed.conf", printed);
        pbx.write("laboratory.conf", laboratory);
        this.laboratory = laboratory;
    }

    private void theStrayWordIsNamed() {
        pbx.awaitLog(
                "'true' stands before the section name '[my_provider]', line 1 of " + file("printed.conf"),
                "remove 'true'");
        assertThat(pbx.cli("pjsip show registrations")).contains("No objects found.");
    }

    /** Nothing at all is added here: up to ten seconds pass before the first request. */
    private void theFirstOneRegistersOverUdp() throws IOException {
        use(mended("registration"), "");
        pbx.cli("pjsip reload");
        awaitStatus("Registered");
        assertThat(explained())
                .contains("UDP:" + KNOWN + ":" + port + " (used)")
                .contains("200 OK")
                .doesNotContain("401");
        awaitContacts(contacts -> contacts.contains("sip:inbound-calls@" + KNOWN));
    }

    private void theOneOverTcpRegistersIsRenewedAndUnregistered() throws IOException {
        use(mended("registration-over-tcp"), LABORATORY);
        pbx.cli("pjsip reload");
        pbx.awaitLog("No '=' (equal sign) in line 9 of " + file("printed.conf"));
        awaitRenewal("TCP:" + KNOWN + ":" + port + " (used)");
        awaitContacts(contacts -> contacts.containsIgnoringCase("transport=tcp"));
        unregister();
    }

    private void theEndpointsPlaceholderAndWrongNameAreNamed() throws IOException {
        String registration = mended("registration");
        use(registration + mended("endpoint"), LABORATORY);
        Commands refused = pbx.run("pjsip reload");
        assertThat(refused.status()).isNotZero();
        int line = (int) (registration + mended("endpoint"))
                        .lines()
                        .takeWhile(each -> !each.startsWith("match"))
                        .count()
                + 1;
        Eventually.within(
                LIMIT_S,
                () -> assertThat(refused.output() + pbx.log())
                        .contains("failed when adding resolution results of '<ip address of provider>'")
                        .contains("section [my_provider_identify] at line " + line + " of printed.conf"));

        use(
                registration + addressed(mended("endpoint-with-aor")),
                LABORATORY + "line = yes\nendpoint = my_provider_endpoint\n");
        pbx.cli("pjsip reload");
        pbx.awaitLog(
                "Identify 'my_provider_identify' points to endpoint 'my_provider' but endpoint could not be found",
                "did you mean 'my_provider_endpoint'?");
        awaitRenewal("UDP:" + KNOWN + ":" + port + " (used)");
    }

    /** By the line of the Contact, from an address that no identify has. */
    private void callsAreGivenToTheEndpointAndRefused() {
        Matcher contact = CONTACT.matcher(explained());
        assertThat(contact.find()).isTrue();
        String target = contact.group(1);
        assertThat(target).startsWith("sip:inbound-calls@" + KNOWN + ":");
        call(false, target, "404");
        Eventually.within(
                LIMIT_S,
                () -> assertThat(pbx.log())
                        .containsPattern("my_provider_endpoint: Call \\(UDP:127\\.0\\.0\\.9:\\d+\\) to extension"
                                + " 'inbound-calls' rejected because extension not found in context 'default'\\."));
        call(true, target, "404");
        call(false, target.replace("inbound-calls", "somebody"), "480");
        call(false, target.replaceFirst(";line=.*", ";line=guessed"), "403");
    }

    private void call(boolean tcp, String target, String refusal) {
        String remote = target.replaceFirst("sip:[^@]*@([^;]*).*", "$1");
        Commands call = Sipp.call(pbx.folder(), tcp, "127.0.0.9", remote, target, refusal);
        assertThat(call.status()).as(call.output()).isZero();
    }

    private void credentialsAreUsed() throws IOException {
        use(
                mended("authentication") + addressed(mended("endpoint-with-aor")),
                LABORATORY + "transport = strange-udp\n");
        pbx.cli("pjsip reload");
        awaitRenewal("UDP:" + KNOWN + ":" + port + " (used)");
        assertThat(explained()).contains("401 Unauthorized");
        awaitContacts(contacts -> contacts.contains("sip:inbound-calls@" + STRANGER));
        unregister();
    }

    /** The printed text relies on the auth section printed before it. */
    private void theLenientOneRegistersOverTls() throws IOException {
        String credentials = printed("authentication");
        use(
                mended("failure") + credentials.substring(credentials.indexOf("[provider_auth]")),
                LABORATORY + "transport = strange-tls\n");
        pbx.cli("pjsip reload");
        assertThat(pbx.cli("pjsip show registration my_provider").replaceAll(" +", " "))
                .contains("auth_rejection_permanent : false")
                .contains("retry_interval : 30")
                .contains("forbidden_retry_interval : 300")
                .contains("max_retries : 20")
                .contains("contact_user : inbound-calls");
        awaitRenewal("TLS:" + KNOWN);
        awaitContacts(contacts -> contacts.containsIgnoringCase("transport=tls"));
        unregister();
        pbx.cli("pjsip send register my_provider");
        awaitStatus("Registered");
        awaitContacts(contacts -> contacts.contains("sip:inbound-calls@"));
    }

    private void theEndOfTheSwitchIsTheEndOfTheRegistration() {
        pbx.cli("core stop gracefully");
        awaitContacts(contacts -> contacts.doesNotContain("sip:inbound-calls@"));
    }

    private void awaitContacts(Consumer<AbstractStringAssert<?>> assertion) {
        Eventually.within(LIMIT_S, () -> assertion.accept(assertThat(provider.contacts())));
    }

    private String explained() {
        return pbx.cli("registration explain my_provider");
    }

    private void awaitStatus(String status) {
        Eventually.within(
                LIMIT_S,
                () -> assertThat(pbx.cli("pjsip show registrations"))
                        .as(this::explained)
                        .containsPattern("my_provider/sip:registrar@example\\.com.* " + status + " "));
    }

    /** Granted 15 s: renewed after 5. */
    private void awaitRenewal(String address) {
        Eventually.within(
                LIMIT_S,
                () -> assertThat(explained())
                        .contains("REFRESHING -> REGISTERED")
                        .contains(address));
    }

    /** With a long grant, as the registration comes back when the last one would have been renewed. */
    private void unregister() {
        pbx.write("laboratory.conf", laboratory + "expiration = 3600\n");
        pbx.cli("pjsip reload");
        Eventually.within(LIMIT_S, () -> assertThat(explained()).containsPattern("accepted: renewed 35\\d\\d s later"));
        pbx.cli("pjsip send unregister my_provider");
        awaitStatus("Unregistered");
        awaitContacts(contacts -> contacts.doesNotContain("sip:inbound-calls@"));
    }
}
