package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Seed 001 against a real Asterisk as registrar, over UDP, TCP and TLS. */
@RequiresAsterisk
@Execution(ExecutionMode.CONCURRENT)
class SipRegistrationStoryTest {
    private static final String REGISTRAR = """
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
        int port = Ports.free("127.0.0.1");
        int tlsPort = Ports.free("127.0.0.1");
        Map<String, String> registrar = Map.of(
                "pjsip.conf",
                SipTransports.ofAsterisk("127.0.0.1", port, tlsPort)
                        + REGISTRAR
                        + client("udpclient")
                        + client("tcpclient")
                        + client("tlsclient"),
                "extensions.conf",
                "[default]\nexten => call,1,Dial(PJSIP/udpclient,5)\n same => n,Wait(1)\n",
                "modules.conf",
                "[modules]\nautoload=yes\nnoload => chan_iax2.so\nnoload => res_hep.so\n",
                "registrar.pem",
                certificate.certificateText(),
                "registrar.key",
                certificate.keyText());
        try (AsteriskPeer peer = AsteriskPeer.start("sip-registrar", folder, registrar);
                AsterismProcess pbx = RegistrationClients.start(folder, port, tlsPort, certificate)) {
            RegistrationClients.awaitRegistered(pbx);
            assertThat(peer.cli("pjsip show contacts"))
                    .contains("udpclient/sip:inbound-calls@127.0.0.1")
                    .contains("tcpclient/sip:inbound-calls@127.0.0.1")
                    .contains("tlsclient/sip:inbound-calls@127.0.0.1");
            pbx.awaitLog("Identify 'my_provider_identify' points to endpoint 'my_provider'");

            peer.cli("channel originate Local/call@default application Wait 1");
            pbx.awaitLog("my_provider_endpoint: Call (UDP:127.0.0.1:" + port + ") to extension 'inbound-calls'"
                    + " rejected because extension not found in context 'default'.");

            // Granted 19 s: renewed after 9.
            RegistrationClients.awaitRenewal(pbx);

            RegistrationClients.unregisterOverTls(pbx);
            Eventually.within(
                    60, () -> assertThat(peer.cli("pjsip show contacts")).doesNotContain("tlsclient/"));

            pbx.cli("core stop gracefully");
            Eventually.within(
                    60, () -> assertThat(peer.cli("pjsip show contacts")).contains("No objects found."));
        }
    }
}
