package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Seed 001's registrations at a real Kamailio, over UDP, TCP and TLS. */
@Tag("interop")
@Execution(ExecutionMode.CONCURRENT)
class KamailioRegistrationTest {
    @Test
    void registersRefreshesAndUnregisters(@TempDir Path folder) throws IOException {
        assumeTrue(Kamailio.isThere(), "SKIPPED: install Debian's packages kamailio and kamailio-tls-modules");
        RegistrarCertificate certificate = RegistrarCertificate.make(folder);
        int port = Ports.free("127.0.0.1");
        int tlsPort = Ports.free("127.0.0.1");
        try (Kamailio registrar = Kamailio.start(folder, port, tlsPort, certificate);
                AsterismProcess pbx = RegistrationClients.start(folder, port, tlsPort, certificate)) {
            RegistrationClients.awaitRegistered(pbx);
            RegistrationClients.awaitRenewal(pbx);
            RegistrationClients.unregisterOverTls(pbx);
            assertThat(registrar).isNotNull();
        }
    }
}
