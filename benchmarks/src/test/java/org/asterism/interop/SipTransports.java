package org.asterism.interop;

import java.nio.file.Path;

/** Transports as pjsip.conf has them, ours and Asterisk's. */
final class SipTransports {
    private SipTransports() {}

    /** {@code udp} and {@code tcp} at one port. */
    static String udpAndTcp(String address, int port) {
        return """
            [udp]
            type = transport
            protocol = udp
            bind = %1$s:%2$d
            [tcp]
            type = transport
            protocol = tcp
            bind = %1$s:%2$d
            """.formatted(address, port);
    }

    /** One over TLS, with its options, a line each. */
    static String tls(String name, String address, int port, String... options) {
        return """
            [%s]
            type = transport
            protocol = tls
            bind = %s:%d
            %s
            """.formatted(name, address, port, String.join("\n", options));
    }

    /** {@code tls} of a client that believes only who has a certificate of the file. */
    static String verifyingTls(String address, int port, Path authorities) {
        return tls("tls", address, port, "ca_list_file = " + authorities, "verify_server = yes");
    }

    /** All three of a real Asterisk that is a registrar, with {@code registrar.pem} and {@code registrar.key} beside its files. */
    static String ofAsterisk(String address, int port, int tlsPort) {
        return udpAndTcp(address, port)
                + tls(
                        "tls",
                        address,
                        tlsPort,
                        "cert_file = {etc}/registrar.pem",
                        "priv_key_file = {etc}/registrar.key",
                        "method = tlsv1_2");
    }
}
