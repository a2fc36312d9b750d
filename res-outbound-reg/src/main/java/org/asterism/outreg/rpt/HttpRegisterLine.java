package org.asterism.outreg.rpt;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A {@code register => node:secret@host[:port]} line of rpt_http_registrations.conf. The host may also be a whole URL.
 *
 * @param node   who registers
 * @param secret the secret, never shown
 * @param server where, as a URL
 * @param where  file and line, for messages
 */
record HttpRegisterLine(String node, String secret, URI server, String where) {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /**
     * Reads a line.
     *
     * @param text  what follows the arrow
     * @param where file and line
     * @return the line
     * @throws IllegalArgumentException the text has another form; the message says which it must have, without the secret
     */
    static HttpRegisterLine parse(String text, String where) {
        int at = text.lastIndexOf('@');
        int colon = text.indexOf(':');
        if (at <= 0 || colon <= 0 || colon > at) {
            throw wrong(where);
        }
        String node = text.substring(0, colon).trim();
        String address = text.substring(at + 1).trim();
        String url = address.contains("://") ? address : "https://" + address;
        try {
            URI server = new URI(url.indexOf('/', url.indexOf("://") + 3) < 0 ? url + "/" : url);
            boolean http = "https".equals(server.getScheme()) || "http".equals(server.getScheme());
            if (node.isEmpty() || server.getHost() == null || !http || server.getPort() > 0xFFFF) {
                throw wrong(where);
            }
            return new HttpRegisterLine(node, text.substring(colon + 1, at), server, where);
        } catch (URISyntaxException e) {
            throw wrong(where);
        }
    }

    /** {@return what operators call it} */
    String name() {
        return node + "@" + host();
    }

    /** {@return the registrar's host, an IPv6 address without brackets} */
    String host() {
        String host = server.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** {@return the registrar's port} */
    int port() {
        if (server.getPort() > 0) {
            return server.getPort();
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    /** {@return whether the secret travels encrypted} */
    boolean isSecure() {
        return "https".equals(server.getScheme());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return node + ":****@" + server;
    }

    private static IllegalArgumentException wrong(String where) {
        return new IllegalArgumentException(
                "Format for registration is node:secret@host[:port] at " + where + "; host may be a http or https URL");
    }
}
