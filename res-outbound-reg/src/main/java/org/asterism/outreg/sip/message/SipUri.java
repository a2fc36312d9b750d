package org.asterism.outreg.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@code sip:} or {@code sips:} URI (RFC 3261 section 19.1). User, password, parameters and headers are kept as they are
 * written, so that what is read is written the same. Immutable; {@link #matches} is the RFC's comparison, {@link #equals} that of
 * the text's parts.
 *
 * @param secure     whether it is a {@code sips:} URI
 * @param userInfo   user and password as written, without the at sign; empty when there is none
 * @param hostPort   host and port
 * @param parameters URI parameters, such as {@code transport} and {@code lr}
 * @param headers    what stands behind the question mark, without it; empty when there is none
 */
public record SipUri(boolean secure, String userInfo, HostPort hostPort, Parameters parameters, String headers) {
    private static final String USER_MARKS = "-_.!~*'()&=+$,;?/";
    private static final String PARAMETER_MARKS = "-_.!~*'()[]/:&+$%";
    private static final String HEX = "0123456789ABCDEF";

    /**
     * Makes a URI without parameters.
     *
     * @param user     the user as it is meant; escaped as needed; empty for none
     * @param hostPort host and port
     * @return the URI
     */
    public static SipUri of(String user, HostPort hostPort) {
        return new SipUri(false, escape(user, USER_MARKS), hostPort, Parameters.NONE, "");
    }

    /**
     * Reads a URI.
     *
     * @param text the URI alone, without angle brackets
     * @return the URI
     * @throws SipSyntaxException it is malformed or of another scheme
     */
    public static SipUri parse(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("sip") && !scheme.equals("sips")) {
            throw new SipSyntaxException("'" + text + "' is not a sip: or sips: URI");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7f || "<>\"".indexOf(text.charAt(i)) >= 0) {
                throw new SipSyntaxException("'" + text + "' has a character that must be escaped in a URI");
            }
        }
        int at = text.lastIndexOf('@', endOfUser(text, colon));
        String userInfo = at < 0 ? "" : text.substring(colon + 1, at);
        if (at == colon + 1) {
            throw new SipSyntaxException("'" + text + "' has an at sign without a user");
        }
        checkEscapes(text);
        TextScanner scanner = new TextScanner(text, at < 0 ? colon + 1 : at + 1);
        HostPort hostPort = HostPort.parse(scanner);
        Parameters parameters = parameters(scanner);
        String headers = "";
        if (scanner.peek() == '?') {
            scanner.next();
            headers = scanner.rest();
        }
        if (!scanner.atEnd()) {
            throw scanner.wrong("';', '?' or the end");
        }
        return new SipUri(scheme.equals("sips"), userInfo, hostPort, parameters, headers);
    }

    /** A question mark or semicolon before the last at sign may belong to the user; an at sign behind headers cannot. */
    private static int endOfUser(String text, int colon) {
        int at = text.indexOf('@', colon);
        int next = at;
        while (next >= 0
                && text.substring(at, next).indexOf('?') < 0
                && text.substring(at, next).indexOf(';') < 0) {
            at = next;
            next = text.indexOf('@', at + 1);
        }
        return at < 0 ? -1 : at;
    }

    private static Parameters parameters(TextScanner scanner) {
        java.util.List<Parameters.Parameter> found = new java.util.ArrayList<>();
        while (scanner.peek() == ';') {
            scanner.next();
            String name = scanner.until("=;?");
            String value = null;
            if (scanner.peek() == '=') {
                scanner.next();
                value = scanner.until(";?");
            }
            if (name.isEmpty() && value == null) {
                continue; // ";;" of careless peers
            }
            found.add(new Parameters.Parameter(name, value));
        }
        return found.isEmpty() ? Parameters.NONE : new Parameters(found);
    }

    private static void checkEscapes(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length()
                    || Character.digit(text.charAt(i + 1), 16) < 0
                    || Character.digit(text.charAt(i + 2), 16) < 0) {
                throw new SipSyntaxException("'" + text + "' has a % that is not followed by two hexadecimal digits");
            }
        }
    }

    /** {@return the user as it is meant, without its escapes; empty when there is none} */
    public String user() {
        int colon = userInfo.indexOf(':');
        return unescape(colon < 0 ? userInfo : userInfo.substring(0, colon));
    }

    /** {@return the host as written; an IPv6 address in brackets} */
    public String host() {
        return hostPort.host();
    }

    /** {@return the port, {@link HostPort#NO_PORT} when none is written} */
    public int port() {
        return hostPort.port();
    }

    /**
     * A parameter.
     *
     * @param name in any case
     * @return its value without escapes, empty for a flag, {@code null} when it is not there
     */
    public @Nullable String parameter(String name) {
        String value = parameters.get(name);
        return value == null ? null : unescape(value);
    }

    /**
     * This URI with another value of a parameter.
     *
     * @param name  its name
     * @param value as it is meant; escaped as needed; {@code null} for a flag
     * @return the URI
     */
    public SipUri with(String name, @Nullable String value) {
        String written = value == null ? null : escape(value, PARAMETER_MARKS);
        return new SipUri(secure, userInfo, hostPort, parameters.with(name, written), headers);
    }

    /**
     * This URI without a parameter.
     *
     * @param name in any case
     * @return the URI
     */
    public SipUri without(String name) {
        return new SipUri(secure, userInfo, hostPort, parameters.without(name), headers);
    }

    /**
     * This URI with another host and port.
     *
     * @param other host and port
     * @return the URI
     */
    public SipUri withHostPort(HostPort other) {
        return new SipUri(secure, userInfo, other, parameters, headers);
    }

    /** {@return this URI with scheme, user, host and port only, as From and To want it} */
    public SipUri bare() {
        return new SipUri(secure, userInfo, hostPort, Parameters.NONE, "");
    }

    /**
     * The comparison of RFC 3261 section 19.1.4.
     *
     * @param other another URI
     * @return whether they mean the same
     */
    public boolean matches(SipUri other) {
        return secure == other.secure
                && unescape(userInfo).equals(unescape(other.userInfo))
                && hostPort.host().equalsIgnoreCase(other.hostPort.host())
                && hostPort.port() == other.hostPort.port()
                && agree(parameters, other.parameters)
                && agree(other.parameters, parameters)
                && unescape(headers).equalsIgnoreCase(unescape(other.headers));
    }

    /** A parameter in both must be equal; some must not be in one only. */
    private static boolean agree(Parameters ours, Parameters theirs) {
        for (Parameters.Parameter each : ours.list()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            String value = theirs.get(name);
            if (value == null) {
                switch (name) {
                    case "user", "ttl", "method", "maddr", "transport" -> {
                        return false;
                    }
                    default -> {
                        // RFC 3261: any other parameter in one URI only is ignored.
                    }
                }
            } else if (!unescape(value).equalsIgnoreCase(unescape(Objects.requireNonNull(ours.get(name))))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A text without URI escapes.
     *
     * @param written with {@code %41} for {@code A}
     * @return what it means; bytes beyond ASCII are taken for UTF-8
     */
    public static String unescape(String written) {
        if (written.indexOf('%') < 0) {
            return written;
        }
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length) {
                bytes[length++] = (byte) (Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static String escape(String plain, String marks) {
        StringBuilder text = new StringBuilder();
        for (byte each : plain.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (TextScanner.isAlphanumeric(c) || marks.indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return text.toString();
    }

    /** {@return the URI as it is written} */
    @Override
    public String toString() {
        return (secure ? "sips:" : "sip:")
                + (userInfo.isEmpty() ? "" : userInfo + "@")
                + hostPort
                + parameters
                + (headers.isEmpty() ? "" : "?" + headers);
    }
}
