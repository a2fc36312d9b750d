package org.asterism.core.media.gsm;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The 76 parameters of a frame, and how they lie in its 33 bytes: after the signature, each with its highest bit first. */
final class FrameParameters {
    static final int BYTES = 33;
    static final int COEFFICIENTS = 8;
    static final int SUBFRAMES = 4;
    static final int PULSES = 13;

    private static final int SIGNATURE = 0xD;
    private static final int SIGNATURE_BITS = 4;
    private static final int[] LAR_BITS = {6, 6, 5, 5, 4, 4, 3, 3};
    private static final int LAG_BITS = 7;
    private static final int GAIN_BITS = 2;
    private static final int GRID_BITS = 2;
    private static final int MAXIMUM_BITS = 6;
    private static final int PULSE_BITS = 3;

    /** Quantized log area ratios. */
    final int[] lar = new int[COEFFICIENTS];
    /** Of each subframe: the lag of the long-term predictor. */
    final int[] lag = new int[SUBFRAMES];
    /** Of each subframe: its quantized gain. */
    final int[] gain = new int[SUBFRAMES];
    /** Of each subframe: the position of the pulses. */
    final int[] grid = new int[SUBFRAMES];
    /** Of each subframe: the quantized block maximum. */
    final int[] maximum = new int[SUBFRAMES];
    /** Of each subframe: the pulses. */
    final int[][] pulses = new int[SUBFRAMES][PULSES];

    private MemorySegment memory = MemorySegment.NULL;
    private long next;
    private int bits;
    private int bitCount;

    /** Takes a frame apart. */
    void unpack(MemorySegment source, long offset) {
        begin(source, offset);
        read(SIGNATURE_BITS);
        for (int i = 0; i < COEFFICIENTS; i++) {
            lar[i] = read(LAR_BITS[i]);
        }
        for (int s = 0; s < SUBFRAMES; s++) {
            lag[s] = read(LAG_BITS);
            gain[s] = read(GAIN_BITS);
            grid[s] = read(GRID_BITS);
            maximum[s] = read(MAXIMUM_BITS);
            for (int i = 0; i < PULSES; i++) {
                pulses[s][i] = read(PULSE_BITS);
            }
        }
    }

    /** Puts a frame together. */
    void pack(MemorySegment target, long offset) {
        begin(target, offset);
        write(SIGNATURE, SIGNATURE_BITS);
        for (int i = 0; i < COEFFICIENTS; i++) {
            write(lar[i], LAR_BITS[i]);
        }
        for (int s = 0; s < SUBFRAMES; s++) {
            write(lag[s], LAG_BITS);
            write(gain[s], GAIN_BITS);
            write(grid[s], GRID_BITS);
            write(maximum[s], MAXIMUM_BITS);
            for (int i = 0; i < PULSES; i++) {
                write(pulses[s][i], PULSE_BITS);
            }
        }
    }

    private void begin(MemorySegment segment, long offset) {
        memory = segment;
        next = offset;
        bits = 0;
        bitCount = 0;
    }

    private int read(int count) {
        while (bitCount < count) {
            bits = bits << 8 | (memory.get(ValueLayout.JAVA_BYTE, next++) & 0xFF);
            bitCount += 8;
        }
        bitCount -= count;
        return (bits >>> bitCount) & ((1 << count) - 1);
    }

    private void write(int value, int count) {
        bits = bits << count | value;
        bitCount += count;
        while (bitCount >= 8) {
            bitCount -= 8;
            memory.set(ValueLayout.JAVA_BYTE, next++, (byte) (bits >>> bitCount));
        }
    }
}
