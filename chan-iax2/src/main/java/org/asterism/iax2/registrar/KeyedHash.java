package org.asterism.iax2.registrar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of short messages whose values nobody can guess without the key, at a
 * fiftieth of the cost of an HMAC. Not thread safe; allocates nothing.
 */
final class KeyedHash {
    /** Length of the key in bytes. */
    static final int KEY_LENGTH = 16;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_SHIFT = 56;
    private static final int ROUNDS_AT_END = 4;

    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /**
     * @param key {@link #KEY_LENGTH} random bytes
     */
    KeyedHash(byte[] key) {
        key0 = (long) WORD.get(key, 0);
        key1 = (long) WORD.get(key, Long.BYTES);
    }

    /**
     * Hashes a message.
     *
     * @param message holds it, from its beginning on
     * @param length  in bytes
     * @return 64 bits
     */
    long of(byte[] message, int length) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        int whole = length - length % Long.BYTES;
        for (int at = 0; at < whole; at += Long.BYTES) {
            absorb((long) WORD.get(message, at));
        }
        long last = (long) length << LENGTH_SHIFT;
        for (int at = whole; at < length; at++) {
            last |= (message[at] & 0xFFL) << (Byte.SIZE * (at - whole));
        }
        absorb(last);
        v2 ^= 0xFF;
        for (int i = 0; i < ROUNDS_AT_END; i++) {
            round();
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void absorb(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
