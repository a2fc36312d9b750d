package org.asterism.outreg.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.outreg.sip.ResponseListener.Cause;
import org.asterism.outreg.sip.TestStack.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIP over TLS between two stacks, with right and wrong certificates. */
@Timeout(180)
class TlsTransportTest {
    @TempDir
    private static Path folder;

    private static TestCertificates certificates;

    private final List<TestStack> stacks = new ArrayList<>();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new TestCertificates(folder);
        certificates.signed("address", "whatever", "ip:127.0.0.2");
        certificates.signed("name", "whatever", "dns:localhost", "uri:sip:sip.example.org");
        certificates.signed("wildcard", "whatever", "dns:*.example.org");
        certificates.signedRsa("common", "localhost");
        certificates.signed("other", "whatever", "dns:other.example.org");
        certificates.selfSigned("unsigned", "localhost");
        certificates.expired("expired", "ip:127.0.0.2");
        certificates.signed("client", "client");
    }

    @AfterEach
    void closeStacks() {
        stacks.forEach(TestStack::close);
    }

    private TestStack stack(String bind, String... options) throws Exception {
        TestStack stack =
                new TestStack("[system]\ntype=system\ntimer_b=60000\n[tls]\ntype=transport\nprotocol=tls\nbind=" + bind
                        + ":0\n" + String.join("\n", options));
        stacks.add(stack);
        return stack;
    }

    private TestStack server(String certificate, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("cert_file=" + folder.resolve(certificate + ".pem"));
        return stack("127.0.0.2", all.toArray(String[]::new));
    }

    private TestStack verifyingClient(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("verify_server=yes");
        all.add("ca_list_file=" + certificates.authority());
        return stack("127.0.0.1", all.toArray(String[]::new));
    }

    private static Outcome ask(TestStack client, TestStack server) {
        return TestStack.join(client.send("OPTIONS", "sip:127.0.0.2:" + server.port("tls") + ";transport=tls"));
    }

    @Test
    void shouldBelieveAnybodyUnlessToldOtherwise() throws Exception {
        assertThat(ask(stack("127.0.0.1"), server("unsigned")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"address,true", "name,false", "other,false", "unsigned,false"})
    void shouldCheckTheServersCertificateAndItsName(String certificate, boolean good) throws Exception {
        Outcome outcome = ask(verifyingClient(), server(certificate));

        if (good) {
            assertThat(outcome.status()).isEqualTo(200);
            assertThat(outcome.exchange().request().topVia().transport()).isEqualTo("TLS");
        } else {
            assertThat(outcome.failure().cause()).isEqualTo(Cause.TRANSPORT);
            assertThat(outcome.failure().message()).contains("TLS:127.0.0.2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        other    | is for [other.example.org], not for 127.0.0.2
        unsigned | is not signed by an authority that ca_list_file or ca_list_path name
        expired  | is not valid today
        """)
    void shouldTellWhatIsWrongWithACertificate(String certificate, String told) throws Exception {
        assertThat(ask(verifyingClient(), server(certificate)).failure().message())
                .contains("the certificate of TLS:127.0.0.2")
                .contains(told);
    }

    @Test
    void shouldTellWhenTheOtherSideDoesNotSpeakTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket connection = plain.accept()) {
                    connection.getOutputStream().write("SIP/2.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            String uri = "sip:127.0.0.2:" + plain.getLocalPort() + ";transport=tls";
            assertThat(TestStack.join(verifyingClient().send("OPTIONS", uri))
                            .failure()
                            .message())
                    .contains("does not speak TLS on this port");
        }
    }

    @Test
    void shouldBelieveTheAuthoritiesOfAFolder() throws Exception {
        Path authorities = Files.createDirectories(folder.resolve("authorities"));
        Files.copy(
                certificates.authority(),
                authorities.resolve("a.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(authorities.resolve("README"), "no certificate");

        TestStack client = stack("127.0.0.1", "verify_server=yes", "ca_list_path=" + authorities);

        assertThat(ask(client, server("address")).status()).isEqualTo(200);
    }

    @Test
    void shouldAskForTheClientsCertificateWhereOneIsRequired() throws Exception {
        String[] wary = {"require_client_cert=yes", "verify_client=yes", "ca_list_file=" + certificates.authority()};

        Outcome without = ask(stack("127.0.0.1"), server("address", wary));
        Outcome with = ask(stack("127.0.0.1", "cert_file=" + folder.resolve("client.pem")), server("address", wary));

        assertThat(without.failure()).isNotNull();
        assertThat(with.status()).isEqualTo(200);
    }

    @Test
    void shouldSpeakTheVersionThatIsSaid() throws Exception {
        assertThat(ask(stack("127.0.0.1", "method=tlsv1_2"), server("address", "method=tlsv1_2"))
                        .status())
                .isEqualTo(200);
        assertThat(ask(stack("127.0.0.1", "method=tlsv1_2"), server("address", "method=tlsv1_3"))
                        .failure()
                        .cause())
                .isEqualTo(Cause.TRANSPORT);
    }

    /** The forms in which OpenSSL writes keys. */
    @ParameterizedTest
    @CsvSource({
        "common,'pkcs8 -topk8 -nocrypt',''",
        "common,'rsa -traditional',''",
        "name,'ec',''",
        "common,'pkcs8 -topk8 -passout pass:secret',secret",
        "name,'pkcs8 -topk8 -passout pass:secret',secret"
    })
    void shouldReadKeysAsOpensslWritesThem(String certificate, String conversion, String password) throws Exception {
        Path key = folder.resolve("converted.key");
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(conversion.split(" ")));
        command.addAll(List.of("-in", folder.resolve(certificate + ".pem").toString(), "-out", key.toString()));
        Process openssl;
        try {
            openssl = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("openssl is not installed");
            return;
        }
        String output = new String(openssl.getInputStream().readAllBytes());
        assertThat(openssl.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(openssl.exitValue()).as(output).isZero();

        TestStack server = server(certificate, "priv_key_file=" + key, "password=" + password);

        assertThat(ask(stack("127.0.0.1"), server).status()).isEqualTo(200);
    }

    @Test
    void shouldSayWhatIsWrongWithItsFiles() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing here");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> stack("127.0.0.1", "cert_file=" + empty))
                .withMessageContaining("empty.pem");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> stack("127.0.0.1", "cert_file=" + certificates.authority(), "cipher=ROT13"))
                .withMessageMatching("(?s).*(ROT13|no private key).*");
    }
}
