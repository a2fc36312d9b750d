package org.asterism.core.manager.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.testing.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ManagerTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String GENERAL = "[general]\nenabled=yes\nbindaddr=127.0.0.1\nport=0\n";
    private static final String USERS = "[admin]\nsecret=s3cret\nread=all\nwrite=all\n";

    @TempDir
    private static Path folder;

    private static KeyStore store;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(file.toFile())) {
            store.load(in, PASSWORD);
        }
        Key key = store.getKey("server", PASSWORD);
        Certificate certificate = store.getCertificate("server");
        Files.writeString(folder.resolve("cert.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(
                folder.resolve("both.pem"),
                "Bag Attributes\n" + pem("PRIVATE KEY", key.getEncoded())
                        + pem("CERTIFICATE", certificate.getEncoded()));
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    private static Client secured(InetSocketAddress address) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(address.getAddress(), address.getPort());
        return new Client(socket);
    }

    @Test
    void speaksTlsBesides() throws Exception {
        String tls = "tlsenable=yes\ntlsbindaddr=127.0.0.1:0\ntlscertfile=cert.pem\ntlsprivatekey=key.pem\n";
        try (RunningManager manager = new RunningManager(folder, USERS)) {
            assertThat(manager.server.addresses()).hasSize(1);
            manager.server.apply(manager.configuration(GENERAL + tls + USERS));
            List<InetSocketAddress> addresses = manager.server.addresses();
            assertThat(addresses).hasSize(2);
            try (Client client = secured(addresses.getLast())) {
                assertThat(client.login("admin", "s3cret", "Events: off")).contains("Message: Authentication accepted");
                assertThat(client.ask("Action: Ping")).contains("Ping: Pong");
            }
        }
    }

    @Test
    void certificateAndKeyMayBeInOneFile() throws Exception {
        String tls = "tlsenable=yes\ntlsbindaddr=127.0.0.1:0\ntlscertfile=both.pem\n";
        try (RunningManager manager = new RunningManager(folder, tls + USERS);
                Client client = secured(manager.server.addresses().getLast())) {
            assertThat(client.line()).isEqualTo("Asterisk Call Manager/11.0.0");
        }
    }

    @Test
    void withoutAUsableCertificateEverythingStaysAsItWas() throws Exception {
        Files.writeString(folder.resolve("nokey.pem"), "nothing of that kind\n");
        String tls = "tlsenable=yes\ntlsbindaddr=127.0.0.1:0\ntlscertfile=cert.pem\ntlsprivatekey=";
        try (RunningManager manager = new RunningManager(folder, USERS)) {
            InetSocketAddress before = manager.address();
            assertThatThrownBy(() -> manager.server.apply(manager.configuration(GENERAL + tls + "nokey.pem\n")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no private key")
                    .hasMessageContaining("nokey.pem");
            assertThatThrownBy(() -> manager.server.apply(manager.configuration(GENERAL + tls + "nosuch.pem\n")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("there is no file");
            assertThat(manager.server.addresses()).containsExactly(before);
            try (Client client = manager.connect()) {
                assertThat(client.login("admin", "s3cret")).contains("Message: Authentication accepted");
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamedAndEverythingStaysAsItWas() throws Exception {
        try (RunningManager manager = new RunningManager(folder, USERS);
                RunningManager other = new RunningManager(folder, USERS)) {
            String taken = "[general]\nenabled=yes\nbindaddr=127.0.0.1\nport="
                    + other.address().getPort() + "\n";
            assertThatThrownBy(() -> manager.server.apply(manager.configuration(taken)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + other.address().getPort());
            try (Client client = manager.connect()) {
                assertThat(client.login("admin", "s3cret")).contains("Message: Authentication accepted");
            }
        }
    }

    /** Neither a handshake that never comes nor an answer that nobody reads keeps a session. */
    @Test
    void silenceUnderTlsEndsTheSession() throws Exception {
        String tls = "tlsenable=yes\ntlsbindaddr=127.0.0.1:0\ntlscertfile=both.pem\n";
        try (RunningManager manager = new RunningManager(folder, "authtimeout=1\n" + tls + USERS)) {
            InetSocketAddress address = manager.server.addresses().getLast();
            try (Socket silent = new Socket(address.getAddress(), address.getPort())) {
                silent.setSoTimeout(60_000);
                assertThat(silent.getInputStream().readAllBytes()).hasSizeLessThan(1_000);
            }
        }
        try (RunningManager manager = new RunningManager(folder, tls + USERS)) {
            try (Client deaf = secured(manager.server.addresses().getLast())) {
                deaf.login("admin", "s3cret");
                String text = "x".repeat(10_000);
                while (manager.server.clients().getFirst().dropped() == 0) {
                    manager.pbx.events().publish(Event.of("Noise", EventClass.CALL, "Text", text));
                }
                manager.server.kick(manager.server.clients().getFirst().number());
                Eventually.await("it is gone", () -> manager.server.clients().isEmpty());
            }
        }
    }
}
