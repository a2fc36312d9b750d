package org.asterism.outreg.sip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certificates made with the keytool of this Java: an authority, and what it signs. */
final class TestCertificates {
    private static final String PASSWORD = "test-only";
    private static final long PATIENCE_S = 60;

    private final Path folder;
    private final Path store;

    TestCertificates(Path folder) throws Exception {
        this.folder = folder;
        this.store = folder.resolve("test.p12");
        keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test Authority", "-ext", "bc:c");
        write(authority(), certificate("ca"));
    }

    /** The authority's certificate. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** Makes a certificate with its key in one file. */
    Path signed(String name, String commonName, String... alternativeNames) throws Exception {
        return made(name, "EC", List.of("-signer", "ca"), commonName, alternativeNames);
    }

    /** The same with an RSA key. */
    Path signedRsa(String name, String commonName) throws Exception {
        return made(name, "RSA", List.of("-signer", "ca"), commonName);
    }

    /** Makes one that nobody has signed. */
    Path selfSigned(String name, String commonName) throws Exception {
        return made(name, "EC", List.of(), commonName);
    }

    /** Makes one that was valid until a month ago. */
    Path expired(String name, String alternativeName) throws Exception {
        return made(name, "EC", List.of("-signer", "ca", "-startdate", "-60d"), name, alternativeName);
    }

    private Path made(String name, String algorithm, List<String> options, String commonName, String... alternatives)
            throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-genkeypair", "-alias", name, "-keyalg", algorithm, "-dname", "CN=" + commonName));
        arguments.addAll(options);
        if (alternatives.length > 0) {
            arguments.addAll(List.of("-ext", "san=" + String.join(",", alternatives)));
        }
        keytool(arguments.toArray(String[]::new));
        Path file = folder.resolve(name + ".pem");
        write(file, certificate(name) + key(name));
        return file;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private String certificate(String alias) throws Exception {
        Certificate certificate = open().getCertificate(alias);
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private String key(String alias) throws Exception {
        Key key = open().getKey(alias, PASSWORD.toCharArray());
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore opened = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            opened.load(in, PASSWORD.toCharArray());
        }
        return opened;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-validity", "30"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(output);
        }
    }
}
