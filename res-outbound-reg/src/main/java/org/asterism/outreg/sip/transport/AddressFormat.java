package org.asterism.outreg.sip.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.asterism.outreg.sip.message.HostPort;

/** Addresses as SIP and Asterisk write them. */
public final class AddressFormat {
    private AddressFormat() {}

    /**
     * Writes an address with its port.
     *
     * @param address resolved
     * @return such as {@code 192.0.2.1:5060} or {@code [2001:db8::1]:5060}
     */
    public static String of(InetSocketAddress address) {
        return hostPort(address).toString();
    }

    /**
     * Address and port as a part of URIs and Via.
     *
     * @param address resolved
     * @return both
     */
    public static HostPort hostPort(InetSocketAddress address) {
        return new HostPort(host(address.getAddress()), address.getPort());
    }

    /**
     * Writes an address as a host.
     *
     * @param address the address
     * @return dotted, or in brackets without a scope
     */
    public static String host(InetAddress address) {
        String text = address.getHostAddress();
        if (!(address instanceof Inet6Address)) {
            return text;
        }
        int scope = text.indexOf('%');
        return "[" + compressed(scope < 0 ? text : text.substring(0, scope)) + "]";
    }

    /** RFC 5952 section 4.2: the longest run of zero groups becomes {@code ::}. */
    private static String compressed(String groups) {
        String[] words = groups.split(":");
        int best = 0;
        int bestAt = -1;
        for (int at = 0; at < words.length; at++) {
            int run = 0;
            while (at + run < words.length && words[at + run].equals("0")) {
                run++;
            }
            if (run > best) {
                best = run;
                bestAt = at;
            }
        }
        if (best < 2) {
            return groups;
        }
        String before = String.join(":", java.util.List.of(words).subList(0, bestAt));
        String after = String.join(":", java.util.List.of(words).subList(bestAt + best, words.length));
        return before + "::" + after;
    }
}
