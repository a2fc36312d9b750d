package org.asterism.iax2.wire;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of an encrypted call (RFC 5456 section 7.4): AES-128 in CBC mode with an initialisation vector of zeros for
 * every frame, as all peers do it. Obfuscation rather than protection: nothing is authenticated. Not thread safe.
 */
public final class FrameKey {
    /** Length of a key in bytes. */
    public static final int LENGTH = 16;

    /** Frames are encrypted in blocks of that many bytes. */
    static final int BLOCK = 16;

    private final Cipher encryption;
    private final Cipher decryption;

    /**
     * Creates a key.
     *
     * @param key {@link #LENGTH} bytes: {@link Md5Response#digest}, or what RTKEY brought.
     * @throws IllegalArgumentException if the length is another.
     */
    public FrameKey(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("key of " + key.length + " bytes, need " + LENGTH);
        }
        SecretKeySpec aes = new SecretKeySpec(key, "AES");
        encryption = cipher(Cipher.ENCRYPT_MODE, aes);
        decryption = cipher(Cipher.DECRYPT_MODE, aes);
    }

    private static Cipher cipher(int mode, SecretKeySpec key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
            return cipher;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES is in every Java runtime", missing);
        }
    }

    void encrypt(byte[] blocks, int length, byte[] out) {
        apply(encryption, blocks, length, out);
    }

    void decrypt(byte[] blocks, int length, byte[] out) {
        apply(decryption, blocks, length, out);
    }

    /** Each call starts from the zero vector again: that is what {@code doFinal} leaves behind. */
    private static void apply(Cipher cipher, byte[] blocks, int length, byte[] out) {
        try {
            cipher.doFinal(blocks, 0, length, out, 0);
        } catch (GeneralSecurityException notBlocks) {
            throw new IllegalStateException("the length " + length + " was checked", notBlocks);
        }
    }
}
