package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.random.RandomGenerator;

/**
 * Encrypts and decrypts frames (RFC 5456 section 7.4, in the layout Asterisk uses).
 *
 * <pre>
 * full frame:  4 bytes clear (call numbers) | encrypted: padding, the rest of the frame
 * mini frame:  2 bytes clear (call number)  | encrypted: padding, the rest of the frame
 * </pre>
 *
 * <p>The padding comes first: 16 random bytes and as many more as make whole blocks; the low half of byte 15 says how
 * many more. Trunk and video mini frames are never encrypted. Holds buffers for one datagram, so one per thread is
 * enough for all its calls. Not thread safe; does not allocate.
 */
public final class FrameCipher {
    /** Most bytes a frame grows by. */
    public static final int MAX_OVERHEAD = 31;

    /** Longest datagram that is encrypted or decrypted, in bytes. */
    public static final int MAX_LENGTH = 4096;

    private static final int FULL_CLEAR = 4;
    private static final int MINI_CLEAR = 2;
    private static final int FIXED_PADDING = 16;
    private static final int PADDING_LENGTH_OFFSET = 15;
    private static final int PADDING_LENGTH_MASK = 0x0F;

    private final byte[] plain = new byte[MAX_LENGTH + MAX_OVERHEAD];
    private final byte[] encrypted = new byte[MAX_LENGTH + MAX_OVERHEAD];
    private final byte[] padding = new byte[FIXED_PADDING + PADDING_LENGTH_MASK];

    /**
     * Encrypts a full or mini frame.
     *
     * @param key        key of this direction.
     * @param source     memory that holds the frame.
     * @param offset     where it begins.
     * @param length     its length in bytes, at most {@link #MAX_LENGTH}.
     * @param random     gives the padding.
     * @param target     memory with room for {@link #MAX_OVERHEAD} bytes more; may be the same place.
     * @param targetOffset where the encrypted frame is to begin.
     * @return length of the encrypted frame in bytes.
     */
    public int encrypt(
            FrameKey key,
            MemorySegment source,
            long offset,
            int length,
            RandomGenerator random,
            MemorySegment target,
            long targetOffset) {
        int clear = clearLength(source, offset);
        int body = length - clear;
        int fill = -body & (FrameKey.BLOCK - 1);
        int padded = FIXED_PADDING + fill + body;
        random.nextBytes(padding);
        System.arraycopy(padding, 0, plain, 0, FIXED_PADDING + fill);
        plain[PADDING_LENGTH_OFFSET] = (byte) ((plain[PADDING_LENGTH_OFFSET] & ~PADDING_LENGTH_MASK) | fill);
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, offset + clear, plain, FIXED_PADDING + fill, body);
        key.encrypt(plain, padded, encrypted);
        MemorySegment.copy(source, offset, target, targetOffset, clear);
        MemorySegment.copy(encrypted, 0, target, ValueLayout.JAVA_BYTE, targetOffset + clear, padded);
        return clear + padded;
    }

    /**
     * Decrypts a full or mini frame. A wrong key is not noticed: what comes out is then noise, which the caller has to
     * recognise by its header.
     *
     * @param key          key of this direction.
     * @param source       memory that holds the encrypted frame.
     * @param offset       where it begins.
     * @param length       its length in bytes.
     * @param target       memory with room for as many bytes; may be the same place.
     * @param targetOffset where the frame is to begin.
     * @return length of the frame in bytes, or -1 if this is not an encrypted frame; nothing is written then.
     */
    public int decrypt(
            FrameKey key, MemorySegment source, long offset, int length, MemorySegment target, long targetOffset) {
        if (length < MiniFrame.HEADER_LENGTH || length > MAX_LENGTH + MAX_OVERHEAD) {
            return -1;
        }
        int clear = clearLength(source, offset);
        int headerLength = clear == FULL_CLEAR ? FullFrame.HEADER_LENGTH : MiniFrame.HEADER_LENGTH;
        int blocks = length - clear;
        if (length < FIXED_PADDING + headerLength || blocks % FrameKey.BLOCK != 0) {
            return -1;
        }
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, offset + clear, encrypted, 0, blocks);
        key.decrypt(encrypted, blocks, plain);
        int skipped = FIXED_PADDING + (plain[PADDING_LENGTH_OFFSET] & PADDING_LENGTH_MASK);
        int body = blocks - skipped;
        if (clear + body < headerLength) {
            return -1;
        }
        MemorySegment.copy(source, offset, target, targetOffset, clear);
        MemorySegment.copy(plain, skipped, target, ValueLayout.JAVA_BYTE, targetOffset + clear, body);
        return clear + body;
    }

    private static int clearLength(MemorySegment frame, long offset) {
        return NetworkOrder.getU16(frame, offset) >= 0x8000 ? FULL_CLEAR : MINI_CLEAR;
    }
}
