package org.asterism.core.security;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules about addresses, as Asterisk's {@code permit} and {@code deny}: of the rules that match an address the last one decides,
 * and what no rule matches is let in. Immutable; safe for any thread.
 */
public final class AccessList {
    /** Lets everybody in. */
    public static final AccessList EVERYBODY = new AccessList(List.of());
    /** Lets nobody in. */
    public static final AccessList NOBODY = EVERYBODY.with(false, "0.0.0.0/0").with(false, "::/0");

    private final AccessRule[] rules;

    private AccessList(List<AccessRule> rules) {
        this.rules = rules.toArray(AccessRule[]::new);
    }

    /**
     * These rules and one line more.
     *
     * @param permit whether the line lets in or keeps out
     * @param text   networks separated by commas: {@code address}, {@code address/bits} or {@code address/netmask}; a {@code !}
     *               in front turns one into its opposite
     * @return the longer list
     * @throws IllegalArgumentException the text is none of these; the message says what is expected
     */
    public AccessList with(boolean permit, String text) {
        List<AccessRule> longer = new ArrayList<>(List.of(rules));
        for (String part : text.split(",")) {
            String network = part.trim();
            boolean negated = network.startsWith("!");
            longer.add(AccessRule.parse(permit != negated, negated ? network.substring(1) : network));
        }
        return new AccessList(longer);
    }

    /**
     * These rules and those of another list after them.
     *
     * @param other the other list
     * @return the longer list
     */
    public AccessList with(AccessList other) {
        List<AccessRule> longer = new ArrayList<>(List.of(rules));
        longer.addAll(List.of(other.rules));
        return new AccessList(longer);
    }

    /** {@return whether there are no rules} */
    public boolean isEmpty() {
        return rules.length == 0;
    }

    /**
     * Whether an address is let in.
     *
     * @param address the address
     * @return the word of the last rule that matches; true when none does
     */
    public boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        return allows(bytes, bytes.length);
    }

    /**
     * Whether an address is let in; allocates nothing.
     *
     * @param address 4 or 16 bytes in network order, at the start of the array
     * @param length  how many
     * @return the word of the last rule that matches; true when none does
     */
    public boolean allows(byte[] address, int length) {
        for (int i = rules.length - 1; i >= 0; i--) {
            if (rules[i].matches(address, length)) {
                return rules[i].permit();
            }
        }
        return true;
    }
}
