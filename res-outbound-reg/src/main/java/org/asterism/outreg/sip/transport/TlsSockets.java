package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.asterism.outreg.sip.config.TlsSettings;
import org.asterism.outreg.sip.config.TransportSettings;
import org.jspecify.annotations.Nullable;

/** Sockets of a TLS transport: certificates as its section says, hands shaken. */
final class TlsSockets extends SocketMaker {
    private static final char[] NO_PASSWORD = {};
    private static final String TLS = "TLS";

    private final TlsSettings settings;
    private final SSLSocketFactory clients;
    private final SSLSocketFactory servers;

    /**
     * Reads certificates and keys.
     *
     * @throws IOException one of the files cannot be used, or Java has no such method or cipher; says which
     */
    TlsSockets(TlsSettings settings) throws IOException {
        this.settings = settings;
        try {
            KeyManager @Nullable [] keys = keys();
            TrustManager trusted = trusted();
            clients = factory(keys, settings.verifyServer() ? trusted : new Anybody());
            servers = factory(keys, settings.verifyClient() || settings.requireClient() ? trusted : new Anybody());
            checkChoices();
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private void checkChoices() throws IOException {
        List<String> known = List.of(clients.getSupportedCipherSuites());
        for (String cipher : settings.ciphers()) {
            if (!known.contains(cipher)) {
                throw new IOException(
                        "there is no cipher '" + cipher + "'; Java's names are such as " + known.getFirst());
            }
        }
        try (SSLSocket probe = (SSLSocket) clients.createSocket()) {
            apply(probe);
        } catch (IllegalArgumentException e) {
            throw new IOException("Java has no method " + settings.protocols(), e);
        }
    }

    private static SSLSocketFactory factory(KeyManager @Nullable [] keys, TrustManager trust)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(TLS);
        context.init(keys, new TrustManager[] {trust}, new SecureRandom());
        return context.getSocketFactory();
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (settings.certificate().isEmpty()) {
            return null;
        }
        PemFile certificates = PemFile.read(Path.of(settings.certificate()));
        PemFile key = settings.privateKey().isEmpty() ? certificates : PemFile.read(Path.of(settings.privateKey()));
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "ours",
                key.privateKey(settings.keyPassword()),
                NO_PASSWORD,
                certificates.certificates().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /** Those of our list and folder, else those that Java believes. */
    private TrustManager trusted() throws IOException, GeneralSecurityException {
        List<X509Certificate> authorities = new ArrayList<>();
        if (!settings.authorities().isEmpty()) {
            authorities.addAll(PemFile.read(Path.of(settings.authorities())).certificates());
        }
        if (!settings.authorityPath().isEmpty()) {
            addFolder(Path.of(settings.authorityPath()), authorities);
        }
        KeyStore store = null;
        if (!settings.authorities().isEmpty() || !settings.authorityPath().isEmpty()) {
            store = emptyStore();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority" + i, authorities.get(i));
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers()[0];
    }

    private static void addFolder(Path folder, List<X509Certificate> authorities) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                PemFile pem = PemFile.read(file);
                try {
                    authorities.addAll(pem.certificates());
                } catch (IOException _) {
                    // Such folders hold other files as well.
                }
            }
        }
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    @Override
    boolean verifiesServers() {
        return settings.verifyServer();
    }

    @Override
    Socket connect(TransportSettings transport, Target target, int timeoutMs) throws IOException {
        Socket plain = super.connect(transport, target, timeoutMs);
        try {
            SSLSocket socket = (SSLSocket) clients.createSocket(
                    plain, target.serverName(), target.address().getPort(), true);
            apply(socket);
            offerName(socket, target.serverName());
            try {
                shakeHands(socket, timeoutMs);
            } catch (SSLException e) {
                throw new IOException(reason(e, target), e);
            }
            if (settings.verifyServer()) {
                X509Certificate certificate =
                        (X509Certificate) socket.getSession().getPeerCertificates()[0];
                if (!PeerNameCheck.isFor(certificate, target.serverName(), settings.wildcards())) {
                    throw new IOException("the certificate of " + target + " is for " + PeerNameCheck.names(certificate)
                            + ", not for " + target.serverName());
                }
            }
            return socket;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** What operators can do something about; Java's own words for all else. */
    private String reason(SSLException failure, Target target) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                boolean named = !settings.authorities().isEmpty()
                        || !settings.authorityPath().isEmpty();
                return "the certificate of " + target + " is not signed by an authority that "
                        + (named ? "ca_list_file or ca_list_path name" : "Java trusts; name yours in ca_list_file");
            }
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return "the certificate of " + target + " is not valid today: " + cause.getMessage();
            }
        }
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("Unsupported or unrecognized SSL message")
                ? target + " does not speak TLS on this port"
                : message;
    }

    @Override
    Socket accept(TransportSettings transport, Socket plain, int timeoutMs) throws IOException {
        super.accept(transport, plain, timeoutMs);
        if (settings.certificate().isEmpty()) {
            throw new IOException("transport '" + transport.name() + "' has no cert_file to show");
        }
        SSLSocket socket = (SSLSocket) servers.createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        apply(socket);
        if (settings.requireClient()) {
            socket.setNeedClientAuth(true);
        } else if (settings.verifyClient()) {
            socket.setWantClientAuth(true);
        }
        shakeHands(socket, timeoutMs);
        return socket;
    }

    private void apply(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        if (!settings.protocols().isEmpty()) {
            parameters.setProtocols(settings.protocols().toArray(String[]::new));
        }
        if (!settings.ciphers().isEmpty()) {
            parameters.setCipherSuites(settings.ciphers().toArray(String[]::new));
        }
        socket.setSSLParameters(parameters);
    }

    private static void offerName(SSLSocket socket, String name) {
        try {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(name)));
            socket.setSSLParameters(parameters);
        } catch (IllegalArgumentException _) {
            // An address: there is no name to offer.
        }
    }

    private static void shakeHands(SSLSocket socket, int timeoutMs) throws IOException {
        socket.setSoTimeout(timeoutMs);
        socket.startHandshake();
        socket.setSoTimeout(0);
    }

    /** {@code verify_server=no} and {@code verify_client=no}: what Asterisk does unless told otherwise. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
