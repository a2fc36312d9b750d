package org.asterism.iax2.phone;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * An IAX URI (RFC 5456 section 5.1) with a secret behind the user's name: {@code iax:[user[:secret]@]host[:port][/number[?context]]}.
 *
 * @param user    empty for none
 * @param secret  empty for none
 * @param host    name or address, without brackets
 * @param port    0 when none is named
 * @param number  {@code s} when none is named
 * @param context empty for none
 */
record IaxUri(String user, String secret, String host, int port, String number, String context) {
    private static final String SCHEME = "iax:";

    /**
     * Reads a URI.
     *
     * @throws IllegalArgumentException it is none; the message says which form it must have
     */
    static IaxUri parse(String text) {
        String rest = text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? text.substring(SCHEME.length()) : text;
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        int question = path.indexOf('?');
        int at = authority.lastIndexOf('@');
        String identity = at < 0 ? "" : authority.substring(0, at);
        String place = authority.substring(at + 1);
        int colon = identity.indexOf(':');
        int portColon = place.startsWith("[") ? place.indexOf("]:") + 1 : place.indexOf(':');
        String host = portColon > 0 ? place.substring(0, portColon) : place;
        if (host.isEmpty()) {
            throw new IllegalArgumentException(
                    "write iax:[user[:secret]@]host[:port]/number[?context], not '" + text + "'");
        }
        String number = decoded(question < 0 ? path : path.substring(0, question));
        return new IaxUri(
                decoded(colon < 0 ? identity : identity.substring(0, colon)),
                colon < 0 ? "" : decoded(identity.substring(colon + 1)),
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                portColon > 0 ? port(place.substring(portColon + 1)) : 0,
                number.isEmpty() ? "s" : number,
                question < 0 ? "" : decoded(path.substring(question + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 0xFFFF) {
                return port;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException("'" + text + "' is no port");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return SCHEME + (user.isEmpty() ? "" : user + (secret.isEmpty() ? "" : ":****") + "@") + host
                + (port == 0 ? "" : ":" + port) + "/" + number;
    }
}
