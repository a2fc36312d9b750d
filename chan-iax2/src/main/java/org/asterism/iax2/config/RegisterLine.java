package org.asterism.iax2.config;

/**
 * A registration that iax.conf asks for: a {@code register => user[:secret]@host[:port]} line or a section of {@code
 * type=registration}.
 *
 * @param user   who registers
 * @param secret the secret, {@code [keyname]} for an RSA key, empty for none; never shown
 * @param host   name or address of the registrar
 * @param port   its port, 0 when the line names none: 4569, or what an SRV record says
 * @param where  file and line, for messages
 * @param options how it is kept up
 */
public record RegisterLine(String user, String secret, String host, int port, String where, RegisterOptions options) {
    private static final int DEFAULT_PORT = 4569;

    /**
     * A line, which has no options.
     *
     * @param user   who registers
     * @param secret the secret, {@code [keyname]} for an RSA key, empty for none; never shown
     * @param host   name or address of the registrar
     * @param port   its port, 0 when the line names none: 4569, or what an SRV record says
     * @param where  file and line, for messages
     */
    public RegisterLine(String user, String secret, String host, int port, String where) {
        this(user, secret, host, port, where, RegisterOptions.OF_A_LINE);
    }

    /**
     * Reads a line as chan_iax2 does, and better: an IPv6 address may stand in brackets, and a secret may contain {@code @} and
     * {@code :}.
     *
     * @param text  what follows the arrow
     * @param where file and line
     * @return the line
     * @throws IllegalArgumentException the text has another form; the message says which it must have
     */
    public static RegisterLine parse(String text, String where) {
        int at = text.lastIndexOf('@');
        if (at <= 0 || at == text.length() - 1) {
            throw wrong(where);
        }
        String credentials = text.substring(0, at).trim();
        String address = text.substring(at + 1).trim();
        int colon = credentials.indexOf(':');
        String user = colon < 0 ? credentials : credentials.substring(0, colon);
        String secret = colon < 0 ? "" : credentials.substring(colon + 1);
        if (user.isEmpty()) {
            throw wrong(where);
        }
        return of(user, secret, address, where, RegisterOptions.OF_A_LINE);
    }

    /**
     * A registration from its parts.
     *
     * @param user    who registers
     * @param secret  the secret, {@code [keyname]} for an RSA key, empty for none
     * @param address {@code host[:port]}, an IPv6 address in brackets
     * @param where   file and line
     * @param options how it is kept up
     * @return the registration
     * @throws IllegalArgumentException the address has another form; the message says which it must have
     */
    static RegisterLine of(String user, String secret, String address, String where, RegisterOptions options) {
        String host = address;
        int port = 0;
        int portColon = address.startsWith("[") ? address.indexOf("]:") + 1 : address.indexOf(':');
        if (portColon > 0) {
            host = address.substring(0, portColon);
            port = port(address.substring(portColon + 1), where);
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty()) {
            throw wrong(where);
        }
        return new RegisterLine(user, secret, host, port, where, options);
    }

    /** {@return what operators call it: its section's name, or user@host} */
    public String name() {
        return options.name().isEmpty() ? user + "@" + host : options.name();
    }

    /** {@return the port to use when no SRV record names one} */
    public int portOrDefault() {
        return port == 0 ? DEFAULT_PORT : port;
    }

    /**
     * Whether another line says the same, wherever it stands.
     *
     * @param other the other line
     * @return whether they differ in their place at most
     */
    public boolean isSameAs(RegisterLine other) {
        return user.equals(other.user)
                && secret.equals(other.secret)
                && host.equals(other.host)
                && port == other.port
                && options.equals(other.options);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return user + (secret.isEmpty() ? "" : ":****") + "@" + host + (port == 0 ? "" : ":" + port);
    }

    private static int port(String text, String where) {
        try {
            int port = Integer.parseInt(text.trim());
            if (port > 0 && port <= 0xFFFF) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a valid port number at " + where, e);
        }
        throw new IllegalArgumentException(text + " is not a valid port number at " + where);
    }

    private static IllegalArgumentException wrong(String where) {
        return new IllegalArgumentException("Format for registration is user[:secret]@host[:port] at " + where);
    }
}
