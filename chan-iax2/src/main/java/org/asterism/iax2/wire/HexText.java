package org.asterism.iax2.wire;

/** Lower-case hexadecimal in ASCII bytes, without allocating. */
final class HexText {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private HexText() {}

    static byte high(byte value) {
        return DIGITS[value >> 4 & 0xF];
    }

    static byte low(byte value) {
        return DIGITS[value & 0xF];
    }
}
