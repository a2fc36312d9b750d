package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A self-signed certificate for 127.0.0.1, made with openssl. */
record RegistrarCertificate(Path certificate, Path key) {
    static RegistrarCertificate make(Path folder) {
        Path certificate = folder.resolve("registrar.pem");
        Path key = folder.resolve("registrar.key");
        Commands made = Commands.run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1,DNS:localhost",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString()));
        assertThat(made.status()).as(made.output()).isZero();
        return new RegistrarCertificate(certificate, key);
    }

    String certificateText() throws IOException {
        return Files.readString(certificate);
    }

    String keyText() throws IOException {
        return Files.readString(key);
    }
}
