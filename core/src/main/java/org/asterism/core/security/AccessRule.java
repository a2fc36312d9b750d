package org.asterism.core.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * One {@code permit} or {@code deny} line: the addresses of a network.
 *
 * @param permit  whether they are let in
 * @param network the network's address, 4 or 16 bytes in network order
 * @param mask    as many bytes; the bits that count
 */
record AccessRule(boolean permit, Bytes network, Bytes mask) {
    /** Bytes that are compared by value and never change. */
    static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        int length() {
            return bytes.length;
        }

        byte at(int index) {
            return bytes[index];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            try {
                return InetAddress.getByAddress(bytes).getHostAddress();
            } catch (UnknownHostException e) {
                return Arrays.toString(bytes);
            }
        }
    }

    /**
     * Reads a rule.
     *
     * @param permit whether it lets in
     * @param text   {@code address}, {@code address/bits} or {@code address/netmask}
     * @return the rule
     * @throws IllegalArgumentException the text is none of these; the message says what is expected
     */
    static AccessRule parse(boolean permit, String text) {
        int slash = text.indexOf('/');
        byte[] address = literal(slash < 0 ? text : text.substring(0, slash), text);
        byte[] mask = new byte[address.length];
        if (slash < 0) {
            Arrays.fill(mask, (byte) 0xFF);
        } else {
            fill(mask, text.substring(slash + 1).trim(), text);
        }
        for (int i = 0; i < address.length; i++) {
            address[i] &= mask[i];
        }
        return new AccessRule(permit, new Bytes(address), new Bytes(mask));
    }

    /** Whether an address belongs to the network. */
    boolean matches(byte[] address, int length) {
        if (length != network.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((address[i] & mask.at(i)) != network.at(i)) {
                return false;
            }
        }
        return true;
    }

    private static void fill(byte[] mask, String text, String whole) {
        if (!text.chars().allMatch(Character::isDigit)) {
            byte[] given = literal(text, whole);
            if (given.length != mask.length) {
                throw wrong(whole);
            }
            System.arraycopy(given, 0, mask, 0, mask.length);
            return;
        }
        int bits = text.isEmpty() || text.length() > 3 ? -1 : Integer.parseInt(text);
        if (bits < 0 || bits > mask.length * 8) {
            throw wrong(whole);
        }
        for (int bit = 0; bit < bits; bit++) {
            mask[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
    }

    private static byte[] literal(String text, String whole) {
        if (text.indexOf(':') < 0 && text.chars().filter(c -> c == '.').count() != 3) {
            throw wrong(whole);
        }
        try {
            return InetAddress.ofLiteral(text.trim().replace("[", "").replace("]", ""))
                    .getAddress();
        } catch (IllegalArgumentException e) {
            throw wrong(whole);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not an address, address/bits or address/netmask, such as 192.0.2.0/24");
    }
}
