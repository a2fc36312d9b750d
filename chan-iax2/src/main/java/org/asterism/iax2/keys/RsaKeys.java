package org.asterism.iax2.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.iax2.wire.RsaSignature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys in {@code <astkeydir>/keys}: {@code NAME.pub} for checking, {@code NAME.key} for signing, as astgenkey makes them (PEM,
 * 1024 bits). Immutable; read again on reload.
 */
public final class RsaKeys {
    private static final Logger LOG = LoggerFactory.getLogger(RsaKeys.class);
    /** SEQUENCE { INTEGER 0, SEQUENCE { OID rsaEncryption, NULL }, OCTET STRING …: what PKCS #8 puts around PKCS #1. */
    private static final byte[] PKCS8_HEADER = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0D,
        0x06,
        0x09,
        0x2A,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xF7,
        0x0D,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private final Map<String, PublicKey> publicKeys = new HashMap<>();
    private final Map<String, PrivateKey> privateKeys = new HashMap<>();

    private RsaKeys() {}

    /** {@return no keys} */
    public static RsaKeys none() {
        return new RsaKeys();
    }

    /**
     * Reads the keys of a folder; a file that cannot be used is told in the log and left out.
     *
     * @param folder where {@code *.pub} and {@code *.key} are; it need not exist
     * @return the keys
     */
    public static RsaKeys read(Path folder) {
        RsaKeys keys = new RsaKeys();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.sorted().forEach(keys::readFile);
            } catch (IOException e) {
                LOG.warn("Cannot list the keys in {}: {}", folder, e.getMessage());
            }
        }
        return keys;
    }

    /**
     * Finds a key for checking.
     *
     * @param name its name, without folder and ending
     * @return the key, or {@code null}
     */
    public @Nullable PublicKey publicKey(String name) {
        return publicKeys.get(name);
    }

    /**
     * Finds a key for signing.
     *
     * @param name its name, without folder and ending
     * @return the key, or {@code null}
     */
    public @Nullable PrivateKey privateKey(String name) {
        return privateKeys.get(name);
    }

    private void readFile(Path file) {
        String fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        String name = dot < 0 ? fileName : fileName.substring(0, dot);
        try {
            if (fileName.endsWith(".pub")) {
                PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(file)));
                if (isUsable(file, RsaSignature.isUsable(key))) {
                    publicKeys.put(name, key);
                }
            } else if (fileName.endsWith(".key") && isPrivate(file)) {
                PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8(file)));
                if (isUsable(file, RsaSignature.isUsable(key))) {
                    privateKeys.put(name, key);
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("Cannot use the key in {}: {}; it must be PEM without a passphrase", file, e.getMessage());
        }
    }

    private static boolean isUsable(Path file, boolean usable) {
        if (!usable) {
            LOG.warn("Cannot use the key in {}: IAX2 takes RSA keys of {} bits only", file, RsaSignature.KEY_BITS);
        }
        return usable;
    }

    private static boolean isPrivate(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.remove(PosixFilePermission.OWNER_READ);
        permissions.remove(PosixFilePermission.OWNER_WRITE);
        if (!permissions.isEmpty()) {
            LOG.warn("Key file {} is not used because others may read it: chmod 600 it", file);
        }
        return permissions.isEmpty();
    }

    private static byte[] der(Path file) throws IOException {
        StringBuilder base64 = new StringBuilder();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            if (!line.startsWith("-----") && line.indexOf(':') < 0) {
                base64.append(line.trim());
            }
        }
        return Base64.getDecoder().decode(base64.toString());
    }

    private static byte[] pkcs8(Path file) throws IOException {
        byte[] key = der(file);
        boolean wrapped = Files.readString(file, StandardCharsets.US_ASCII).contains("BEGIN PRIVATE KEY");
        if (wrapped) {
            return key;
        }
        byte[] octets = tagged(0x04, key);
        return tagged(
                0x30,
                ByteBuffer.allocate(PKCS8_HEADER.length + octets.length)
                        .put(PKCS8_HEADER)
                        .put(octets)
                        .array());
    }

    /** A DER value of up to 64 kB. */
    private static byte[] tagged(int tag, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) tag)
                .put((byte) 0x82)
                .putShort((short) content.length)
                .put(content)
                .array();
    }
}
