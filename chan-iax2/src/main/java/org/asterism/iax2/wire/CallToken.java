package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/**
 * Call tokens (RFC 5457; Asterisk's IAX2 security paper): a request is only looked at when its sender has proved, by
 * sending back a token, that it receives what is sent to its address. No state is kept: the token carries the time and
 * a keyed hash of time and address.
 *
 * <p>The text has Asterisk's form, {@code <unix seconds>?<hex digits>}. The 32 digits are SipHash's 128 bits under a
 * secret of this boot, which nobody but the issuer has to understand. Not thread safe: each shard has its own, with the
 * same secret.
 */
public final class CallToken {
    /** What a token that came back is worth. */
    public enum Verdict {
        /** Issued here, to this address, not long ago. */
        VALID,
        /** Issued here to this address, but too long ago. */
        EXPIRED,
        /** Issued to another address, by somebody else or before the restart. */
        FORGED,
        /** Not a token. */
        MALFORMED
    }

    /** Length of the boot secret in bytes. */
    public static final int SECRET_LENGTH = 32;

    /** Most bytes in a token. */
    public static final int MAX_LENGTH = 19 + 1 + 2 * KeyedHash.WIDE_LENGTH;

    private static final int HASH_LENGTH = KeyedHash.WIDE_LENGTH;
    private static final int HASH_TEXT_LENGTH = 2 * HASH_LENGTH;
    private static final int MAX_SECONDS_DIGITS = 18;
    private static final int SEPARATOR = '?';

    private final KeyedHash keyedHash;
    private final byte[] input = new byte[Long.BYTES + Long.BYTES + Short.BYTES + Long.BYTES];
    private final ByteBuffer fields = ByteBuffer.wrap(input);
    private final byte[] hash = new byte[HASH_LENGTH];

    /**
     * Creates an issuer.
     *
     * @param secret {@link #SECRET_LENGTH} random bytes that change with every boot and never leave the process.
     * @throws IllegalArgumentException if the secret has another length.
     */
    public CallToken(byte[] secret) {
        if (secret.length != SECRET_LENGTH) {
            throw new IllegalArgumentException("secret of " + secret.length + " bytes, need " + SECRET_LENGTH);
        }
        keyedHash = KeyedHash.of("asterism call tokens", secret);
    }

    /**
     * Writes the token for an address. An IPv4 address is given as it is mapped into IPv6, {@code ::ffff:a.b.c.d}.
     *
     * @param addressHigh upper 64 bits of the address.
     * @param addressLow  lower 64 bits of the address.
     * @param port        port.
     * @param nowSeconds  unix time.
     * @param out         memory with room for {@link #MAX_LENGTH} bytes.
     * @param offset      where the token is to begin.
     * @return its length in bytes.
     */
    public int issue(long addressHigh, long addressLow, int port, long nowSeconds, MemorySegment out, long offset) {
        computeHash(addressHigh, addressLow, port, nowSeconds);
        int digits = digits(nowSeconds);
        long rest = nowSeconds;
        for (int i = digits - 1; i >= 0; i--) {
            NetworkOrder.putU8(out, offset + i, '0' + (int) (rest % 10));
            rest /= 10;
        }
        NetworkOrder.putU8(out, offset + digits, SEPARATOR);
        long at = offset + digits + 1;
        for (int i = 0; i < HASH_LENGTH; i++) {
            NetworkOrder.putU8(out, at + 2L * i, HexText.high(hash[i]));
            NetworkOrder.putU8(out, at + 2L * i + 1, HexText.low(hash[i]));
        }
        return digits + 1 + HASH_TEXT_LENGTH;
    }

    /**
     * Judges a token. The hash is compared in constant time.
     *
     * @param addressHigh   upper 64 bits of the sender's address, as in {@link #issue}.
     * @param addressLow    lower 64 bits of the sender's address.
     * @param port          the sender's port.
     * @param nowSeconds    unix time.
     * @param maxAgeSeconds a token of this age is too old ({@code calltokenexpiration}).
     * @param token         memory that holds the token.
     * @param offset        where it begins.
     * @param length        its length in bytes.
     */
    public Verdict verify(
            long addressHigh,
            long addressLow,
            int port,
            long nowSeconds,
            int maxAgeSeconds,
            MemorySegment token,
            long offset,
            int length) {
        int digits = length - HASH_TEXT_LENGTH - 1;
        if (digits < 1
                || digits > MAX_SECONDS_DIGITS
                || token.get(ValueLayout.JAVA_BYTE, offset + digits) != SEPARATOR) {
            return Verdict.MALFORMED;
        }
        long seconds = 0;
        for (int i = 0; i < digits; i++) {
            int digit = token.get(ValueLayout.JAVA_BYTE, offset + i) - '0';
            if (digit < 0 || digit > 9) {
                return Verdict.MALFORMED;
            }
            seconds = seconds * 10 + digit;
        }
        if (digits(seconds) != digits) {
            return Verdict.MALFORMED; // leading zeros: another spelling of a token must not be another token
        }
        computeHash(addressHigh, addressLow, port, seconds);
        if (!hashEquals(token, offset + digits + 1)) {
            return Verdict.FORGED;
        }
        long age = nowSeconds - seconds;
        return age >= 0 && age < maxAgeSeconds ? Verdict.VALID : Verdict.EXPIRED;
    }

    private boolean hashEquals(MemorySegment token, long at) {
        int difference = 0;
        for (int i = 0; i < HASH_LENGTH; i++) {
            difference |= token.get(ValueLayout.JAVA_BYTE, at + 2L * i) ^ HexText.high(hash[i]);
            difference |= token.get(ValueLayout.JAVA_BYTE, at + 2L * i + 1) ^ HexText.low(hash[i]);
        }
        return difference == 0;
    }

    private void computeHash(long addressHigh, long addressLow, int port, long seconds) {
        fields.clear()
                .putLong(addressHigh)
                .putLong(addressLow)
                .putShort((short) port)
                .putLong(seconds);
        keyedHash.wide(input, input.length, hash);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
