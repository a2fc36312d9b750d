package org.asterism.outreg.sip.config;

import java.util.List;

/**
 * The TLS options of a transport. Files are read when the transport is bound.
 *
 * @param certificate   {@code cert_file}: our certificate and its chain, PEM; empty for none
 * @param privateKey    {@code priv_key_file}, PEM; empty when it is in the certificate's file
 * @param keyPassword   {@code password} of the key, empty for none
 * @param authorities   {@code ca_list_file}: whom we believe, PEM; empty for none
 * @param authorityPath {@code ca_list_path}: a folder of such files; empty for none
 * @param protocols     the TLS versions of {@code method}, JSSE's names; empty for what Java thinks safe
 * @param ciphers       cipher suites, JSSE's or OpenSSL's names; empty for what Java thinks safe
 * @param verifyServer  {@code verify_server}: whether a server's certificate and name are checked
 * @param verifyClient  {@code verify_client}: whether a client's certificate is checked where it shows one
 * @param requireClient {@code require_client_cert}: whether a client must show one
 * @param wildcards     {@code allow_wildcard_certs}: whether {@code *.example.org} is good for a server
 */
public record TlsSettings(
        String certificate,
        String privateKey,
        String keyPassword,
        String authorities,
        String authorityPath,
        List<String> protocols,
        List<String> ciphers,
        boolean verifyServer,
        boolean verifyClient,
        boolean requireClient,
        boolean wildcards) {
    /** Keeps the lists from changing. */
    public TlsSettings {
        protocols = List.copyOf(protocols);
        ciphers = List.copyOf(ciphers);
    }

    /** {@return without the password} */
    @Override
    public String toString() {
        return "TlsSettings[cert_file=" + certificate + ", ca_list_file=" + authorities + "]";
    }
}
