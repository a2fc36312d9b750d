package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A self-signed certificate, made with openssl. */
record RegistrarCertificate(Path certificate, Path key) {
    /** One for 127.0.0.1. */
    static RegistrarCertificate make(Path folder) {
        return make(folder, "registrar", "IP:127.0.0.1,DNS:localhost");
    }

    /** One for other names, such as {@code DNS:registrar.example}, in a file of that name. */
    static RegistrarCertificate make(Path folder, String file, String names) {
        Path certificate = folder.resolve(file + ".pem");
        Path key = folder.resolve(file + ".key");
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
                "/CN=" + file,
                "-addext",
                "subjectAltName=" + names,
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
