package org.asterism.core.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Certificates and keys in PEM files, as operators have them for TLS. */
public final class PemFiles {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final int MAX_BYTES = 1024 * 1024;
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
    /** SEQUENCE { INTEGER 0, SEQUENCE { OID rsaEncryption, NULL } }, what PKCS #8 puts before PKCS #1. */
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PemFiles() {}

    /**
     * Makes what a TLS server needs.
     *
     * @param certificate the server's certificate and its chain
     * @param privateKey  its key, PKCS #8 or an RSA key of PKCS #1, without a password; may be the same file
     * @return the context
     * @throws IOException a file cannot be read or has not what it should; the message names it and says what to do
     */
    public static SSLContext serverContext(Path certificate, Path privateKey) throws IOException {
        List<Certificate> chain = certificates(certificate);
        PrivateKey key = privateKey(privateKey);
        char[] password = new char[0];
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, password, chain.toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "certificate " + certificate + " and key " + privateKey + " cannot be used together: "
                            + e.getMessage(),
                    e);
        }
    }

    private static List<Certificate> certificates(Path file) throws IOException {
        List<Certificate> chain = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(read(file));
        while (blocks.find()) {
            if (blocks.group(1).endsWith("CERTIFICATE")) {
                try {
                    chain.add(CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(decode(blocks.group(2)))));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    throw new IOException("a certificate in " + file + " is damaged: " + e.getMessage(), e);
                }
            }
        }
        if (chain.isEmpty()) {
            throw new IOException("there is no certificate in " + file + "; it must have one in PEM form");
        }
        return chain;
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        Matcher blocks = BLOCK.matcher(read(file));
        String other = "";
        while (blocks.find()) {
            @Nullable
            PrivateKey key = switch (blocks.group(1)) {
                case "PRIVATE KEY" -> key(decode(blocks.group(2)), file);
                case "RSA PRIVATE KEY" -> key(wrapped(decode(blocks.group(2))), file);
                default -> null;
            };
            if (key != null) {
                return key;
            }
            other = blocks.group(1).endsWith("PRIVATE KEY") ? " that can be read, but a " + blocks.group(1) : other;
        }
        throw new IOException("there is no private key in " + file + other
                + "; openssl pkcs8 -topk8 -nodes makes one of the form that is wanted");
    }

    private static PrivateKey key(byte[] pkcs8, Path file) throws IOException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException _) {
                // of another algorithm, then
            } catch (GeneralSecurityException e) {
                throw new IOException("the private key in " + file + " cannot be used: " + e.getMessage(), e);
            }
        }
        throw new IOException("the private key in " + file + " is damaged, or of none of " + ALGORITHMS);
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] octets = tagged(0x04, pkcs1);
        return tagged(
                0x30,
                ByteBuffer.allocate(RSA_PREFIX.length + octets.length)
                        .put(RSA_PREFIX)
                        .put(octets)
                        .array());
    }

    private static byte[] tagged(int tag, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) tag)
                .put((byte) 0x82)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static String read(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException(file + " is too long for a PEM file");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
    }
}
