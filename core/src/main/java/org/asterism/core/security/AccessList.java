package org.asterism.core.security;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Which addresses are let in: Asterisk's {@code permit} and {@code deny} rules. All rules are looked at in their order and
 * the last one that covers the address decides; an address that none covers is let in. An IPv4 address that arrives mapped
 * into IPv6 is an IPv4 address; rules of one family never cover the other. Immutable.
 */
public final class AccessList {
    /** The empty list: everybody is let in. */
    public static final AccessList EVERYBODY = new AccessList(List.of());
    /** The list that lets nobody in: what a list with a mistake in it becomes. */
    public static final AccessList NOBODY = EVERYBODY.with(false, "0.0.0.0/0").with(false, "::/0");

    private static final long MAPPED_IPV4 = 0xffffL;

    private final AccessRule[] rules;

    private AccessList(List<AccessRule> rules) {
        this.rules = rules.toArray(AccessRule[]::new);
    }

    /**
     * Gives this list with the rules of one line after it.
     *
     * @param permits  whether the line lets in or keeps out.
     * @param networks networks between commas, each {@code ADDRESS}, {@code ADDRESS/BITS} or {@code ADDRESS/MASK}; one
     *                 with {@code !} before it means the opposite.
     * @throws IllegalArgumentException with Asterisk's text when one of them is none.
     */
    public AccessList with(boolean permits, String networks) {
        List<AccessRule> longer = new ArrayList<>(List.of(rules));
        for (String item : networks.split(",", -1)) {
            String network = item.trim();
            boolean negated = network.startsWith("!");
            longer.add(AccessRule.parse(permits != negated, negated ? network.substring(1) : network));
        }
        return new AccessList(longer);
    }

    /** {@return this list with the rules of another after it} */
    public AccessList with(AccessList other) {
        List<AccessRule> longer = new ArrayList<>(List.of(rules));
        longer.addAll(List.of(other.rules));
        return new AccessList(longer);
    }

    /** {@return whether the address is let in} */
    public boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        return allows(bytes, bytes.length);
    }

    /**
     * Tells whether an address is let in, without allocating.
     *
     * @param address its bytes in network order, from index 0.
     * @param length  4 or 16.
     */
    public boolean allows(byte[] address, int length) {
        long high = AccessRule.high(address, length);
        long low = AccessRule.low(address, length);
        boolean ipv4 = length == 4;
        if (!ipv4 && high == 0 && low >>> Integer.SIZE == MAPPED_IPV4) {
            ipv4 = true;
            low &= 0xffff_ffffL;
        }
        for (int i = rules.length - 1; i >= 0; i--) {
            if (rules[i].covers(ipv4, high, low)) {
                return rules[i].permits();
            }
        }
        return true;
    }

    /** {@return whether there are no rules} */
    public boolean isEmpty() {
        return rules.length == 0;
    }

    /** {@return the rules as {@code acl show} lists them, such as {@code allow - 10.0.0.0/255.0.0.0}} */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        for (AccessRule rule : rules) {
            lines.add(rule.toString());
        }
        return lines;
    }
}
