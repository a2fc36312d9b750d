package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seed 001's registrations at a real Kamailio, over UDP, TCP and TLS. */
@Tag("interop")
class KamailioRegistrationTest {
    @Test
    void registersRefreshesAndUnregisters(@TempDir Path folder) throws IOException {
        assumeTrue(Kamailio.isThere(), "SKIPPED: install Debian's packages kamailio and kamailio-tls-modules");
        RegistrarCertificate certificate = RegistrarCertificate.make(folder);
        int port = Ports.udp("127.0.0.1");
        int tlsPort = Ports.udp("127.0.0.1");
        Map<String, String> client = Map.of(
                "pjsip.conf",
                RegistrationClients.conf(
                        Ports.udp("127.0.0.1"), Ports.udp("127.0.0.1"), port, tlsPort, certificate.certificate()),
                "modules.conf",
                RegistrationClients.MODULES,
                "extensions.conf",
                "[default]\n");
        try (Kamailio registrar = Kamailio.start(folder, port, tlsPort, certificate);
                AsterismProcess pbx = AsterismProcess.start(folder, client)) {
            Eventually.within(
                    60,
                    () -> assertThat(pbx.cli("pjsip show registrations"))
                            .containsPattern("over-udp/.*Registered")
                            .containsPattern("over-tcp/.*Registered")
                            .containsPattern("over-tls/.*Registered"));
            Eventually.within(
                    60,
                    () -> assertThat(pbx.cli("registration explain over-udp")).contains("REFRESHING -> REGISTERED"));
            pbx.cli("pjsip send unregister over-tls");
            Eventually.within(
                    60,
                    () -> assertThat(pbx.cli("pjsip show registrations like tls"))
                            .containsPattern("over-tls/.*Unregistered"));
            assertThat(registrar).isNotNull();
        }
    }
}
