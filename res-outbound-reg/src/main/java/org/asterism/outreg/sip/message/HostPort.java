package org.asterism.outreg.sip.message;

import java.util.Locale;

/**
 * A host with an optional port, as in URIs and Via headers.
 *
 * @param host a name or an address; an IPv6 address in brackets
 * @param port 1 to 65535, {@link #NO_PORT} when none is written
 */
public record HostPort(String host, int port) {
    /** Where no port is written. */
    public static final int NO_PORT = -1;

    private static final int MAX_PORT = 65535;
    private static final int LONGEST_HOST = 255;

    /**
     * Reads a host and its port.
     *
     * @param text such as {@code example.org:5060} or {@code [2001:db8::1]}
     * @return host and port
     * @throws SipSyntaxException it is malformed
     */
    public static HostPort parse(String text) {
        TextScanner scanner = new TextScanner(text);
        HostPort parsed = parse(scanner);
        scanner.expectEnd();
        return parsed;
    }

    static HostPort parse(TextScanner scanner) {
        String host = scanner.skipBlanks().peek() == '[' ? address(scanner) : name(scanner);
        int port = NO_PORT;
        if (scanner.accept(':')) {
            port = (int) scanner.number("a port", MAX_PORT);
        }
        return new HostPort(host, port);
    }

    private static String address(TextScanner scanner) {
        String inside = scanner.until("]");
        scanner.expect(']');
        String digits = inside.substring(1);
        if (digits.isEmpty() || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.')) {
            throw new SipSyntaxException("'" + inside + "]' is not an IPv6 address");
        }
        return inside.toLowerCase(Locale.ROOT) + "]";
    }

    private static String name(TextScanner scanner) {
        int start = scanner.position();
        StringBuilder host = new StringBuilder();
        while (TextScanner.isAlphanumeric(scanner.peek()) || "-._".indexOf(scanner.peek()) >= 0) {
            host.append(scanner.next());
        }
        if (host.isEmpty() || scanner.position() - start > LONGEST_HOST) {
            throw scanner.wrong("a host");
        }
        return host.toString();
    }

    /**
     * The port, or another where none is written.
     *
     * @param otherwise the default
     * @return a port
     */
    public int portOr(int otherwise) {
        return port == NO_PORT ? otherwise : port;
    }

    /** {@return the host without the brackets of an IPv6 address} */
    public String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return port == NO_PORT ? host : host + ":" + port;
    }
}
