package org.asterism.outreg.rpt;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A registrar on loopback that answers what it is told to, and remembers what it was asked. */
final class TestRegistrar implements AutoCloseable {
    static final String GOOD =
            "{\"ipaddr\":\"192.0.2.171\",\"port\":4569,\"refresh\":180,\"data\":[\"63001 successfully registered\"]}";

    private static final char[] PASSWORD = "changeit".toCharArray();

    final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    volatile int status = 200;
    volatile String body = GOOD;
    volatile String retryAfter = "0";
    private final HttpServer server;

    private TestRegistrar(HttpServer server) {
        this.server = server;
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    static TestRegistrar plain() throws IOException {
        return new TestRegistrar(HttpServer.create(anyPort(), 0));
    }

    /** With a certificate of its own, for 127.0.0.1, which is also written to {@code folder/ca.pem}. */
    static TestRegistrar secure(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("server.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        run(
                keytool,
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-file",
                folder.resolve("ca.pem").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(anyPort(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return new TestRegistrar(https);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command[1] + " failed");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
