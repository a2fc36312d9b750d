package org.asterism.outreg.rpt;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.asterism.core.registration.RegistrationAnswer;
import org.asterism.core.registration.RegistrationAnswer.Kind;

/** Sends requests and says what came of them. Redirects are not followed: the secret goes where the file says. Safe for any thread. */
final class HttpExchange implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int LONGEST_BODY = 1 << 16;

    /**
     * What came of a request.
     *
     * @param answer for the machine
     * @param reply  what the registrar said, nothing when it said nothing that can be read
     */
    record Outcome(RegistrationAnswer answer, RegisterExchange.Reply reply) {
        private static final RegisterExchange.Reply SILENCE = new RegisterExchange.Reply(false, "", 0, 0, "");

        static Outcome of(RegistrationAnswer answer) {
            return new Outcome(answer, SILENCE);
        }
    }

    private final HttpClient client;

    /**
     * @param caFile certificates in PEM to trust, empty for those of the JDK
     * @throws IOException the file cannot be read or has no certificate in it
     */
    HttpExchange(String caFile) throws IOException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(LIMIT).followRedirects(HttpClient.Redirect.NEVER);
        if (!caFile.isEmpty()) {
            builder.sslContext(trusting(Path.of(caFile)));
        }
        client = builder.build();
    }

    /**
     * Registers; blocks for 15 s at most.
     *
     * @param line            who registers where
     * @param iaxPort         our IAX2 port, 0 to say none
     * @param intervalSeconds what is granted when the registrar does not say
     * @return what came of it
     * @throws InterruptedException the thread was interrupted, the request is cancelled
     */
    Outcome register(HttpRegisterLine line, int iaxPort, long intervalSeconds) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(line.server())
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(RegisterExchange.request(line, iaxPort)))
                .build();
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY));
        try {
            return outcome(response.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS), intervalSeconds);
        } catch (TimeoutException e) {
            return Outcome.of(RegistrationAnswer.none("timed out"));
        } catch (ExecutionException e) {
            return Outcome.of(failure(e.getCause() == null ? e : e.getCause()));
        } finally {
            response.cancel(true);
        }
    }

    private static RegistrationAnswer failure(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return RegistrationAnswer.unsent("the host has no address");
            }
        }
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return cause instanceof ConnectException
                ? RegistrationAnswer.unsent("no connection: " + words)
                : RegistrationAnswer.none(words);
    }

    private static Outcome outcome(HttpResponse<byte[]> response, long intervalSeconds) {
        int status = response.statusCode();
        if (status / 100 != 2) {
            Kind kind = switch (status) {
                case 401, 407 -> Kind.AUTH_REJECTED;
                case 403 -> Kind.FORBIDDEN;
                case 408, 425, 429 -> Kind.TEMPORARY;
                default -> status >= 500 ? Kind.TEMPORARY : Kind.FATAL;
            };
            return Outcome.of(RegistrationAnswer.refused(kind, status, "HTTP").retryAfter(retryAfter(response)));
        }
        try {
            RegisterExchange.Reply reply = RegisterExchange.reply(response.body());
            long granted = reply.refreshSeconds() > 0 ? reply.refreshSeconds() : intervalSeconds;
            RegistrationAnswer answer = reply.registered()
                    ? RegistrationAnswer.granted(status, reply.text(), granted)
                    : RegistrationAnswer.refused(
                            Kind.FORBIDDEN, status, reply.text().isEmpty() ? "not registered" : reply.text());
            return new Outcome(answer, reply);
        } catch (IOException e) {
            return Outcome.of(RegistrationAnswer.refused(Kind.TEMPORARY, status, "the answer cannot be read as JSON"));
        }
    }

    /** Seconds of Retry-After; a date there counts as none. */
    private static long retryAfter(HttpResponse<?> response) {
        String value = response.headers().firstValue("Retry-After").orElse("").trim();
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : 0;
    }

    private static SSLContext trusting(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, each);
            }
            if (number == 0) {
                throw new IOException(file + " has no certificate in it");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
