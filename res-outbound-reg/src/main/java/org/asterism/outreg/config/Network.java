package org.asterism.outreg.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Addresses that begin alike.
 *
 * @param address the first of them
 * @param bits    how many bits they have in common
 */
public record Network(InetAddress address, int bits) {
    /**
     * Reads {@code ADDRESS}, {@code ADDRESS/BITS} or {@code ADDRESS/MASK}.
     *
     * @param text the text
     * @return the network
     * @throws IllegalArgumentException it is none of these
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(bare(slash < 0 ? text : text.substring(0, slash)));
        int all = address.getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return new Network(address, all);
        }
        String mask = text.substring(slash + 1).trim();
        int bits = mask.contains(".") || mask.contains(":") ? bitsOf(mask) : number(mask);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("'" + mask + "' is no mask of an address of " + all + " bits");
        }
        return new Network(address, bits).masked();
    }

    private static String bare(String text) {
        String trimmed = text.trim();
        return trimmed.startsWith("[") && trimmed.endsWith("]") ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static int bitsOf(String mask) {
        byte[] bytes = InetAddress.ofLiteral(mask).getAddress();
        int bits = 0;
        while (bits < bytes.length * Byte.SIZE && (bytes[bits / Byte.SIZE] & 0x80 >> bits % Byte.SIZE) != 0) {
            bits++;
        }
        return Arrays.equals(bytes, maskOf(bytes.length, bits)) ? bits : -1;
    }

    private static byte[] maskOf(int length, int bits) {
        byte[] mask = new byte[length];
        for (int bit = 0; bit < bits; bit++) {
            mask[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
        }
        return mask;
    }

    private Network masked() {
        byte[] bytes = address.getAddress();
        byte[] mask = maskOf(bytes.length, bits);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= mask[i];
        }
        return new Network(of(bytes), bits);
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** {@return whether an address is one of them} */
    public boolean covers(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        byte[] mask = maskOf(mine.length, bits);
        for (int i = 0; i < mine.length; i++) {
            if (((mine[i] ^ theirs[i]) & mask[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return as parameter tables show it, such as {@code 10.0.0.0/255.0.0.0}} */
    public String withMask() {
        return address.getHostAddress() + "/"
                + of(maskOf(address.getAddress().length, bits)).getHostAddress();
    }

    /** {@return as listings show it, such as {@code 10.0.0.0/8}} */
    @Override
    public String toString() {
        return address.getHostAddress() + "/" + bits;
    }
}
