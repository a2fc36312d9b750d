package org.asterism.iax2.channel;

/**
 * What follows {@code IAX2/} in a dial string: {@code [user[:secret[:key]]@]peer[:port][/exten[@context]][/options]}. Never printed as a
 * whole, because it may hold a secret.
 *
 * @param userName  empty for the peer's
 * @param secret    empty for the peer's
 * @param key       name of an RSA key, empty for the peer's
 * @param peer      name of a peer, or a host
 * @param port      0 for the peer's or 4569
 * @param extension empty for {@code s}
 * @param context   empty for the peer's
 * @param options   letters; {@code a} asks for an automatic answer
 */
record DialString(
        String userName,
        String secret,
        String key,
        String peer,
        int port,
        String extension,
        String context,
        String options) {
    /**
     * Takes a dial string apart: first at slashes, then at the first {@code @}, then at colons, as Asterisk does; an IPv6 address may
     * stand in brackets.
     *
     * @throws IllegalArgumentException it names no peer, or its port is no port
     */
    static DialString parse(String text) {
        String[] parts = text.split("/", 3);
        int at = parts[0].indexOf('@');
        String[] identity = (at < 0 ? "" : parts[0].substring(0, at)).split(":", 3);
        String host = at < 0 ? parts[0] : parts[0].substring(at + 1);
        String secret = identity.length > 1 ? identity[1] : "";
        String key = identity.length > 2 ? identity[2] : "";
        boolean keyFirst = secret.startsWith("[") && secret.endsWith("]");
        int portColon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
        int port = portColon > 0 ? port(host.substring(portColon + 1)) : 0;
        String peer = portColon > 0 ? host.substring(0, portColon) : host;
        if (peer.isEmpty()) {
            throw new IllegalArgumentException("no peer or host in the dial string");
        }
        String destination = parts.length > 1 ? parts[1] : "";
        int contextAt = destination.indexOf('@');
        return new DialString(
                identity[0],
                keyFirst ? bare(key) : bare(secret),
                keyFirst ? bare(secret) : bare(key),
                bare(peer),
                port,
                contextAt < 0 ? destination : destination.substring(0, contextAt),
                contextAt < 0 ? "" : destination.substring(contextAt + 1),
                parts.length > 2 ? parts[2] : "");
    }

    /**
     * The same call by way of another switch.
     *
     * @param node the peer that is that switch
     */
    DialString through(String node) {
        String wanted = extension.isEmpty() ? peer : peer + "/" + extension;
        return new DialString("", "", "", node, 0, wanted, "", options);
    }

    private static String bare(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
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
        return (userName.isEmpty() ? "" : userName + (secret.isEmpty() ? "" : ":****") + "@") + peer
                + (port == 0 ? "" : ":" + port) + "/" + extension + (context.isEmpty() ? "" : "@" + context);
    }
}
