package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The pjsip.conf of a client with one registration over each transport, as seed 001 prints them. */
final class RegistrationClients {
    private static final String ADDRESS = "127.0.0.1";
    private static final int LIMIT_S = 60;

    private RegistrationClients() {}

    /** Starts a switch with them. */
    static AsterismProcess start(Path folder, int registrarPort, int registrarTlsPort, RegistrarCertificate certificate)
            throws IOException {
        return AsterismProcess.start(
                folder,
                Map.of(
                        "pjsip.conf",
                        SipTransports.udpAndTcp(ADDRESS, Ports.free(ADDRESS))
                                + SipTransports.verifyingTls(ADDRESS, Ports.free(ADDRESS), certificate.certificate())
                                + REGISTRATIONS.formatted(registrarPort, registrarTlsPort),
                        "modules.conf",
                        MODULES,
                        "extensions.conf",
                        "[default]\n"));
    }

    static void awaitRegistered(AsterismProcess pbx) {
        Eventually.within(
                LIMIT_S,
                () -> assertThat(pbx.cli("pjsip show registrations"))
                        .containsPattern("over-udp/.* Registered")
                        .containsPattern("over-tcp/.* Registered")
                        .containsPattern("over-tls/.* Registered"));
    }

    /** Waits until {@code over-udp} has been renewed: of 20 s after 10. */
    static void awaitRenewal(AsterismProcess pbx) {
        Eventually.within(
                LIMIT_S,
                () -> assertThat(pbx.cli("registration explain over-udp")).contains("REFRESHING -> REGISTERED"));
    }

    static void unregisterOverTls(AsterismProcess pbx) {
        pbx.cli("pjsip send unregister over-tls");
        Eventually.within(
                LIMIT_S,
                () -> assertThat(pbx.cli("pjsip show registrations like tls"))
                        .containsPattern("over-tls/.*Unregistered"));
    }

    /** The same credentials for all; {@code over-udp} is the one whose calls are marked. */
    private static final String REGISTRATIONS = """
        [over-udp]
        type = registration
        server_uri = sip:127.0.0.1:%1$d
        client_uri = sip:udpclient@127.0.0.1
        contact_user = inbound-calls
        outbound_auth = udp_auth
        expiration = 20
        max_random_initial_delay = 0
        line = yes
        endpoint = my_provider_endpoint

        [over-tcp]
        type = registration
        server_uri = sip:127.0.0.1:%1$d\\;transport=tcp
        client_uri = sip:tcpclient@127.0.0.1\\;transport=tcp
        contact_user = inbound-calls
        outbound_auth = tcp_auth
        auth_rejection_permanent = no
        retry_interval = 30
        forbidden_retry_interval = 300
        max_retries = 20
        max_random_initial_delay = 0

        [over-tls]
        type = registration
        server_uri = sip:127.0.0.1:%2$d\\;transport=tls
        client_uri = sip:tlsclient@127.0.0.1
        contact_user = inbound-calls
        outbound_auth = tls_auth
        max_random_initial_delay = 0

        [provider](!)
        type = auth
        password = my_password

        [udp_auth](provider)
        username = udpclient
        [tcp_auth](provider)
        username = tcpclient
        [tls_auth](provider)
        username = tlsclient

        [my_provider_endpoint]
        type = endpoint
        aors = my_provider_aor

        [my_provider_identify]
        type = identify
        match = 192.0.2.1
        endpoint = my_provider

        [my_provider_aor]
        type = aor
        contact = sip:my_provider@127.0.0.1
        """;

    static final String MODULES = """
        [modules]
        autoload=no
        load=res_pjsip
        load=res_pjsip_outbound_registration
        load=pbx_config
        """;
}
