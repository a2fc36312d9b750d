package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seed 001 against a real Asterisk as registrar, over UDP, TCP and TLS. */
@RequiresAsterisk
class SipRegistrationStoryTest {
    private static final String REGISTRAR = """
        [udp]
        type=transport
        protocol=udp
        bind=127.0.0.1:%1$d
        [tcp]
        type=transport
        protocol=tcp
        bind=127.0.0.1:%1$d
        [tls]
        type=transport
        protocol=tls
        bind=127.0.0.1:%2$d
        cert_file=/srv/sip-registrar/etc/registrar.pem
        priv_key_file=/srv/sip-registrar/etc/registrar.key
        method=tlsv1_2
        [e](!)
        type=endpoint
        context=default
        allow=ulaw
        [a](!)
        type=auth
        password=my_password
        [o](!)
        type=aor
        max_contacts=1
        remove_existing=yes
        minimum_expiration=15
        """;

    private static String client(String name) {
        return """
            [%1$s](e)
            auth=%1$s
            aors=%1$s
            [%1$s](a)
            username=%1$s
            [%1$s](o)
            """.formatted(name);
    }

    @Test
    void registersRefreshesIsCalledAndUnregisters(@TempDir Path folder) throws IOException {
        RegistrarCertificate certificate = RegistrarCertificate.make(folder);
        int port = Ports.udp("127.0.0.1");
        int tlsPort = Ports.udp("127.0.0.1");
        Map<String, String> registrar = Map.of(
                "pjsip.conf",
                REGISTRAR.formatted(port, tlsPort) + client("udpclient") + client("tcpclient") + client("tlsclient"),
                "extensions.conf",
                "[default]\nexten => call,1,Dial(PJSIP/udpclient,5)\n same => n,Wait(1)\n",
                "modules.conf",
                "[modules]\nautoload=yes\nnoload => chan_iax2.so\nnoload => res_hep.so\n",
                "registrar.pem",
                certificate.certificateText(),
                "registrar.key",
                certificate.keyText());
        Map<String, String> client = Map.of(
                "pjsip.conf",
                RegistrationClients.conf(
                        Ports.udp("127.0.0.1"), Ports.udp("127.0.0.1"), port, tlsPort, certificate.certificate()),
                "modules.conf",
                RegistrationClients.MODULES,
                "extensions.conf",
                "[default]\n");
        try (AsteriskPeer peer = AsteriskPeer.start("sip-registrar", folder, registrar);
                AsterismProcess pbx = AsterismProcess.start(folder, client)) {
            Eventually.within(
                    60,
                    () -> assertThat(pbx.cli("pjsip show registrations"))
                            .containsPattern("over-udp/.*Registered")
                            .containsPattern("over-tcp/.*Registered")
                            .containsPattern("over-tls/.*Registered"));
            assertThat(peer.cli("pjsip show contacts"))
                    .contains("udpclient/sip:inbound-calls@127.0.0.1")
                    .contains("tcpclient/sip:inbound-calls@127.0.0.1")
                    .contains("tlsclient/sip:inbound-calls@127.0.0.1");
            assertThat(pbx.log()).contains("Identify 'my_provider_identify' points to endpoint 'my_provider'");

            peer.cli("channel originate Local/call@default application Wait 1");
            Eventually.within(
                    60,
                    () -> assertThat(pbx.log())
                            .contains("my_provider_endpoint: Call (UDP:127.0.0.1:" + port
                                    + ") to extension 'inbound-calls'"
                                    + " rejected because extension not found in context 'default'."));

            // Granted 19 s: renewed after 9.
            Eventually.within(
                    60,
                    () -> assertThat(pbx.cli("registration explain over-udp")).contains("REFRESHING -> REGISTERED"));

            pbx.cli("pjsip send unregister over-tls");
            Eventually.within(
                    60,
                    () -> assertThat(pbx.cli("pjsip show registrations like tls"))
                            .containsPattern("over-tls/.*Unregistered"));
            assertThat(peer.cli("pjsip show contacts")).doesNotContain("tlsclient/");

            pbx.cli("core stop gracefully");
            Eventually.within(
                    60, () -> assertThat(peer.cli("pjsip show contacts")).contains("No objects found."));
        }
    }
}
