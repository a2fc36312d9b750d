package org.asterism.interop;

import java.nio.file.Path;

/** The pjsip.conf of a client with one registration over each transport, as seed 001 prints them. */
final class RegistrationClients {
    private RegistrationClients() {}

    /** The same credentials for all; {@code over-udp} is the one whose calls are marked. */
    static String conf(int clientPort, int clientTlsPort, int registrarPort, int registrarTlsPort, Path authorities) {
        return """
            [udp]
            type = transport
            protocol = udp
            bind = 127.0.0.1:%1$d

            [tcp]
            type = transport
            protocol = tcp
            bind = 127.0.0.1:%1$d

            [tls]
            type = transport
            protocol = tls
            bind = 127.0.0.1:%2$d
            ca_list_file = %5$s
            verify_server = yes

            [over-udp]
            type = registration
            server_uri = sip:127.0.0.1:%3$d
            client_uri = sip:udpclient@127.0.0.1
            contact_user = inbound-calls
            outbound_auth = udp_auth
            expiration = 20
            max_random_initial_delay = 0
            line = yes
            endpoint = my_provider_endpoint

            [over-tcp]
            type = registration
            server_uri = sip:127.0.0.1:%3$d\\;transport=tcp
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
            server_uri = sip:127.0.0.1:%4$d\\;transport=tls
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
            """.formatted(clientPort, clientTlsPort, registrarPort, registrarTlsPort, authorities);
    }

    static final String MODULES = """
        [modules]
        autoload=no
        load=res_pjsip
        load=res_pjsip_outbound_registration
        load=pbx_config
        """;
}
