package org.asterism.outreg.sip.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Certificates and private keys in PEM files (RFC 7468). */
final class PemFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    /** AlgorithmIdentifier of rsaEncryption. */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private static final byte[] EC_PUBLIC_KEY = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int PARAMETERS = 0xa0;

    private final Path file;
    private final String text;

    private PemFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads a file.
     *
     * @throws IOException it cannot be read
     */
    static PemFile read(Path file) throws IOException {
        try {
            return new PemFile(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e, e);
        }
    }

    /**
     * All certificates in their order.
     *
     * @throws IOException there is none, or one is malformed
     */
    List<X509Certificate> certificates() throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                if (block.group(1).endsWith("CERTIFICATE")) {
                    Certificate certificate =
                            factory.generateCertificate(new ByteArrayInputStream(decode(block.group(2))));
                    found.add((X509Certificate) certificate);
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " has a malformed certificate: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new IOException(file + " has no certificate between BEGIN CERTIFICATE and END CERTIFICATE");
        }
        return found;
    }

    /**
     * The first private key.
     *
     * @param password of an encrypted one, empty for none
     * @throws IOException there is none, or it cannot be used
     */
    PrivateKey privateKey(String password) throws IOException {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).endsWith("PRIVATE KEY")) {
                try {
                    return key(block.group(1), block.group(2), password);
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    throw new IOException(file + " has a private key that cannot be used: " + e.getMessage(), e);
                }
            }
        }
        throw new IOException(file + " has no private key");
    }

    private PrivateKey key(String kind, String content, String password) throws GeneralSecurityException, IOException {
        if (content.contains("Proc-Type:")) {
            throw new InvalidKeySpecException(
                    "it is encrypted in the old way of OpenSSL; convert it with openssl pkcs8 -topk8");
        }
        byte[] bytes = decode(content);
        return switch (kind) {
            case "PRIVATE KEY" -> plain(bytes);
            case "RSA PRIVATE KEY" -> plain(sequence(VERSION_0, RSA, element(OCTETS, bytes)));
            case "EC PRIVATE KEY" ->
                plain(sequence(VERSION_0, sequence(EC_PUBLIC_KEY, curve(bytes)), element(OCTETS, bytes)));
            case "ENCRYPTED PRIVATE KEY" -> plain(decrypt(bytes, password));
            default -> throw new InvalidKeySpecException("a " + kind + " is of no use here");
        };
    }

    private static byte[] decrypt(byte[] bytes, String password) throws GeneralSecurityException, IOException {
        if (password.isEmpty()) {
            throw new InvalidKeySpecException("it is encrypted and there is no password");
        }
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
        String algorithm = info.getAlgParameters() == null
                ? info.getAlgName()
                : info.getAlgParameters().toString();
        Key key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
        return info.getKeySpec(cipher).getEncoded();
    }

    private static PrivateKey plain(byte[] pkcs8) throws GeneralSecurityException {
        GeneralSecurityException last = new InvalidKeySpecException("it is of no known kind");
        for (String algorithm : List.of("RSA", "EC", "Ed25519", "RSASSA-PSS")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                last = e;
            }
        }
        throw last;
    }

    /** The curve's name out of an ECPrivateKey (RFC 5915 section 3): the first element tagged [0]. */
    private static byte[] curve(byte[] key) throws InvalidKeySpecException {
        for (int i = 2; i + 2 < key.length; i++) {
            if ((key[i] & 0xFF) == PARAMETERS && key[i + 2] == 0x06 && key[i + 1] == key[i + 3] + 2) {
                byte[] name = new byte[key[i + 1]];
                System.arraycopy(key, i + 2, name, 0, name.length);
                return name;
            }
        }
        throw new InvalidKeySpecException("it does not name its curve");
    }

    private static byte[] sequence(byte[]... elements) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] each : elements) {
            content.writeBytes(each);
        }
        return element(SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (content.length < 0x80) {
            bytes.write(content.length);
        } else if (content.length < 0x100) {
            bytes.write(0x81);
            bytes.write(content.length);
        } else {
            bytes.write(0x82);
            bytes.write(content.length >> 8);
            bytes.write(content.length);
        }
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static byte[] decode(String content) {
        return Base64.getMimeDecoder().decode(content.strip());
    }
}
