package org.asterism.core.security;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * One line of an access list: a network whose addresses are let in or kept out. Addresses are two longs, an IPv4 address
 * being the low 32 bits of the second.
 */
record AccessRule(boolean permits, boolean ipv4, long networkHigh, long networkLow, long maskHigh, long maskLow) {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    /**
     * Parses {@code ADDRESS}, {@code ADDRESS/BITS} or {@code ADDRESS/MASK}; an IPv6 address may stand in brackets.
     *
     * @throws IllegalArgumentException with Asterisk's text.
     */
    static AccessRule parse(boolean permits, String text) {
        int slash = text.indexOf('/');
        String addressText = (slash < 0 ? text : text.substring(0, slash)).trim();
        byte[] address = address(addressText);
        if (address.length == 0) {
            throw new IllegalArgumentException("Invalid IP address: " + addressText);
        }
        boolean ipv4 = address.length == 4;
        byte[] mask = slash < 0
                ? bits(address.length, address.length * Byte.SIZE)
                : mask(text.substring(slash + 1).trim(), address.length);
        long maskHigh = high(mask, mask.length);
        long maskLow = low(mask, mask.length);
        return new AccessRule(
                permits,
                ipv4,
                high(address, address.length) & maskHigh,
                low(address, address.length) & maskLow,
                maskHigh,
                maskLow);
    }

    private static byte[] mask(String text, int length) {
        if (text.indexOf('.') < 0 && text.indexOf(':') < 0) {
            int most = length == 4 ? IPV4_BITS : IPV6_BITS;
            try {
                int bits = Integer.parseInt(text);
                if (bits >= 0 && bits <= most) {
                    return bits(length, bits);
                }
            } catch (NumberFormatException _) {
                // said below, like a number out of range
            }
            throw new IllegalArgumentException("Invalid CIDR netmask: " + text + " (0 to " + most + ")");
        }
        byte[] mask = address(text);
        if (mask.length == 0) {
            throw new IllegalArgumentException("Invalid netmask: " + text);
        }
        if (mask.length != length) {
            throw new IllegalArgumentException("Address and mask are not using same address scheme: " + text);
        }
        return mask;
    }

    private static byte[] bits(int length, int count) {
        byte[] mask = new byte[length];
        for (int bit = 0; bit < count; bit++) {
            mask[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
        }
        return mask;
    }

    /** {@return the bytes of a literal address without its zone; none when it is not one} */
    private static byte[] address(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        try {
            return InetAddress.ofLiteral(zone < 0 ? bare : bare.substring(0, zone))
                    .getAddress();
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    boolean covers(boolean addressIpv4, long high, long low) {
        return addressIpv4 == ipv4 && (high & maskHigh) == networkHigh && (low & maskLow) == networkLow;
    }

    /** {@return the first 64 bits of an IPv6 address; 0 for IPv4} */
    static long high(byte[] address, int length) {
        return length == 4 ? 0 : number(address, 0, 8);
    }

    /** {@return the last 64 bits of an IPv6 address, or the 32 of an IPv4 address} */
    static long low(byte[] address, int length) {
        return length == 4 ? number(address, 0, 4) : number(address, 8, 16);
    }

    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return number;
    }

    /** {@return the rule as Asterisk lists it, such as {@code allow - 10.0.0.0/255.0.0.0}} */
    @Override
    public String toString() {
        return (permits ? "allow" : " deny") + " - " + text(networkHigh, networkLow) + "/" + text(maskHigh, maskLow);
    }

    private String text(long high, long low) {
        byte[] bytes = new byte[ipv4 ? 4 : 16];
        for (int i = 0; i < bytes.length; i++) {
            long half = i < bytes.length - 8 ? high : low;
            bytes[i] = (byte) (half >>> ((bytes.length - 1 - i) % 8 * Byte.SIZE));
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
