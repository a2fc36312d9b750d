package org.asterism.outreg.sip.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.outreg.sip.message.Protocol;

/** The options of a {@code type=transport} section, as Asterisk 22 has them. */
public final class TransportOptions {
    static final Option<String> TYPE = Option.text("type", "transport", "Must be transport.");
    static final Option<Protocol> PROTOCOL = Option.oneOf(
            "protocol",
            words("udp", Protocol.UDP, "tcp", Protocol.TCP, "tls", Protocol.TLS),
            Protocol.UDP,
            "What the transport speaks.");
    static final Option<String> BIND = Option.text("bind", "", "Where it listens: ADDRESS or ADDRESS:PORT; required.");
    static final Option<String> EXTERNAL_ADDRESS =
            Option.text("external_signaling_address", "", "What Via and Contact say to whoever is not in a local_net.");
    static final Option<Integer> EXTERNAL_PORT =
            Option.integer("external_signaling_port", 0, 65535, 0, "The port with it; 0 for that of bind.");
    static final Option<String> EXTERNAL_MEDIA =
            Option.text("external_media_address", "", "The same for media.").withoutEffect();
    static final Option<String> LOCAL_NET =
            Option.repeated("local_net", "A network whose members reach us without NAT: ADDRESS/BITS or ADDRESS/MASK.");
    static final Option<Integer> TOS = Option.of("tos", ServiceType.TYPE, 0, "Type of service of what is sent.");
    static final Option<Integer> COS =
            Option.integer("cos", 0, 7, 0, "Priority on the local network.").withoutEffect();
    static final Option<String> DOMAIN =
            Option.text("domain", "", "Domain the transport comes from.").withoutEffect();
    static final Option<Boolean> SYMMETRIC = Option.bool(
                    "symmetric_transport", false, "Whether requests go out where requests of the same peer came in.")
            .withoutEffect();
    static final Option<Boolean> ALLOW_RELOAD =
            Option.bool("allow_reload", false, "Whether a reload may bind it anew.");
    static final Option<Integer> ASYNC_OPERATIONS =
            Option.integer("async_operations", 1, 65535, 1, "Reads at a time.").withoutEffect();
    static final Option<Boolean> KEEPALIVE =
            Option.bool("tcp_keepalive_enable", false, "Whether the system asks silent connections if they are alive.");
    static final Option<Duration> KEEPALIVE_IDLE =
            Option.seconds("tcp_keepalive_idle_time", 1, 32767, 30, "After so much silence.");
    static final Option<Duration> KEEPALIVE_INTERVAL =
            Option.seconds("tcp_keepalive_interval_time", 1, 32767, 1, "And again after so long.");
    static final Option<Integer> KEEPALIVE_PROBES =
            Option.integer("tcp_keepalive_probe_count", 1, 127, 5, "So many times.");
    static final Option<String> CERT_FILE = Option.text("cert_file", "", "Our certificate and its chain, PEM.");
    static final Option<String> PRIV_KEY_FILE = Option.text("priv_key_file", "", "Its private key, PEM.");
    static final Option<String> PASSWORD = Option.secret("password", "Password of the private key.");
    static final Option<String> CA_LIST_FILE = Option.text("ca_list_file", "", "Authorities that are believed, PEM.");
    static final Option<String> CA_LIST_PATH = Option.text("ca_list_path", "", "Folder of such files.");
    static final Option<List<String>> CIPHER = Option.list("cipher", "Cipher suites, by Java's names.");
    static final Option<List<String>> METHOD = Option.oneOf(
            "method",
            words(
                    "unspecified", List.of(),
                    "default", List.of(),
                    "tlsv1", List.of("TLSv1"),
                    "tlsv1_1", List.of("TLSv1.1"),
                    "tlsv1_2", List.of("TLSv1.2"),
                    "tlsv1_3", List.of("TLSv1.3"),
                    "sslv23", List.of()),
            List.of(),
            "Version of TLS.");
    static final Option<Boolean> VERIFY_SERVER =
            Option.bool("verify_server", false, "Whether a server's certificate and name are checked.");
    static final Option<Boolean> VERIFY_CLIENT =
            Option.bool("verify_client", false, "Whether the certificate a client shows is checked.");
    static final Option<Boolean> REQUIRE_CLIENT_CERT =
            Option.bool("require_client_cert", false, "Whether a client must show one.");
    static final Option<Boolean> WILDCARDS =
            Option.bool("allow_wildcard_certs", false, "Whether *.example.org is good for sip.example.org.");
    static final Option<Integer> WEBSOCKET_TIMEOUT = Option.integer(
                    "websocket_write_timeout", 1, Integer.MAX_VALUE, 100, "Of WebSocket transports.")
            .withoutEffect();

    /** All of them. */
    public static final OptionSet SET = OptionSet.of(
            "pjsip.conf",
            "transport",
            "A socket to send and receive SIP with",
            TYPE,
            PROTOCOL,
            BIND,
            EXTERNAL_ADDRESS,
            EXTERNAL_PORT,
            EXTERNAL_MEDIA,
            LOCAL_NET,
            TOS,
            COS,
            DOMAIN,
            SYMMETRIC,
            ALLOW_RELOAD,
            ASYNC_OPERATIONS,
            KEEPALIVE,
            KEEPALIVE_IDLE,
            KEEPALIVE_INTERVAL,
            KEEPALIVE_PROBES,
            CERT_FILE,
            PRIV_KEY_FILE,
            PASSWORD,
            CA_LIST_FILE,
            CA_LIST_PATH,
            CIPHER,
            METHOD,
            VERIFY_SERVER,
            VERIFY_CLIENT,
            REQUIRE_CLIENT_CERT,
            WILDCARDS,
            WEBSOCKET_TIMEOUT);

    private TransportOptions() {}

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> words(Object... pairs) {
        Map<String, T> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put((String) pairs[i], (T) pairs[i + 1]);
        }
        return words;
    }
}
