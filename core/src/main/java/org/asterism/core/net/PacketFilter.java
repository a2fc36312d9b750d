package org.asterism.core.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A classic BPF program that chooses, for each datagram, which of the sockets that share a port gets it
 * (SO_ATTACH_REUSEPORT_CBPF). Offsets count from the UDP payload, those of network loads from the IP header. A
 * datagram that is too short for a load goes to socket 0. Immutable; made by a {@link Builder}.
 */
public final class PacketFilter {
    /** Where the kernel maps the IP header (SKF_NET_OFF). */
    private static final int NETWORK = -0x100000;

    // Instruction codes of <linux/bpf_common.h>: class, size or operation, mode or source.
    private static final int LOAD_WORD = 0x20;
    private static final int LOAD_HALF = 0x28;
    private static final int LOAD_BYTE = 0x30;
    private static final int AND = 0x54;
    private static final int SHIFT_RIGHT = 0x74;
    private static final int MULTIPLY = 0x24;
    private static final int XOR_X = 0xAC;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int COPY_TO_X = 0x07;
    private static final int RETURN = 0x16;

    private static final int INSTRUCTION_BYTES = 8;
    /** A {@code struct sock_fprog}: a length, padding, a pointer. */
    private static final int PROGRAM_BYTES = 16;

    private final long[] instructions;

    private PacketFilter(long[] instructions) {
        this.instructions = instructions;
    }

    /** Writes the program as {@code setsockopt} takes it: a header that points at the instructions. */
    MemorySegment write(Arena arena) {
        MemorySegment code = arena.allocate((long) instructions.length * INSTRUCTION_BYTES, Long.BYTES);
        for (int i = 0; i < instructions.length; i++) {
            code.setAtIndex(ValueLayout.JAVA_LONG, i, instructions[i]);
        }
        MemorySegment program = arena.allocate(PROGRAM_BYTES, Long.BYTES);
        program.set(ValueLayout.JAVA_SHORT, 0, (short) instructions.length);
        program.set(ValueLayout.JAVA_LONG, Long.BYTES, code.address());
        return program;
    }

    /** Puts a program together, instruction by instruction. There are an accumulator and a register X. */
    public static final class Builder {
        private long[] instructions = new long[16];
        private int size;

        /** Creates an empty program. */
        public Builder() {}

        /**
         * Loads two bytes of the payload.
         *
         * @param offset in bytes
         * @return this
         */
        public Builder loadHalf(int offset) {
            return add(LOAD_HALF, 0, 0, offset);
        }

        /**
         * Loads a byte of the IP header.
         *
         * @param offset in bytes
         * @return this
         */
        public Builder loadNetworkByte(int offset) {
            return add(LOAD_BYTE, 0, 0, NETWORK + offset);
        }

        /**
         * Loads four bytes of the IP header.
         *
         * @param offset in bytes
         * @return this
         */
        public Builder loadNetworkWord(int offset) {
            return add(LOAD_WORD, 0, 0, NETWORK + offset);
        }

        /**
         * Keeps the bits of a mask.
         *
         * @param mask which
         * @return this
         */
        public Builder and(int mask) {
            return add(AND, 0, 0, mask);
        }

        /**
         * Shifts to the right, zeros coming in.
         *
         * @param bits how far
         * @return this
         */
        public Builder shiftRight(int bits) {
            return add(SHIFT_RIGHT, 0, 0, bits);
        }

        /**
         * Multiplies, modulo 2³².
         *
         * @param factor by what
         * @return this
         */
        public Builder multiply(int factor) {
            return add(MULTIPLY, 0, 0, factor);
        }

        /** {@return this, the accumulator being kept in X} */
        public Builder copyToX() {
            return add(COPY_TO_X, 0, 0, 0);
        }

        /** {@return this, the accumulator being combined with X} */
        public Builder xorX() {
            return add(XOR_X, 0, 0, 0);
        }

        /**
         * Leaves out what follows unless the accumulator has a value.
         *
         * @param value the value
         * @param skip  how many instructions are left out
         * @return this
         */
        public Builder unlessEqualSkip(int value, int skip) {
            return add(JUMP_IF_EQUAL, 0, skip, value);
        }

        /**
         * Leaves out what follows unless the accumulator, unsigned, is large.
         *
         * @param value the least
         * @param skip  how many instructions are left out
         * @return this
         */
        public Builder unlessAtLeastSkip(int value, int skip) {
            return add(JUMP_IF_AT_LEAST, 0, skip, value);
        }

        /** {@return this; the accumulator is the index of the socket} */
        public Builder choose() {
            return add(RETURN, 0, 0, 0);
        }

        /** {@return the program} */
        public PacketFilter build() {
            return new PacketFilter(Arrays.copyOf(instructions, size));
        }

        private Builder add(int code, int ifTrue, int ifFalse, int operand) {
            if (size == instructions.length) {
                instructions = Arrays.copyOf(instructions, 2 * size);
            }
            // A struct sock_filter, little-endian as all machines are that this transport is for.
            instructions[size++] =
                    Integer.toUnsignedLong(operand) << 32 | (long) ifFalse << 24 | (long) ifTrue << 16 | code;
            return this;
        }
    }
}
