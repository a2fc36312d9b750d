package org.asterism.core.manager.config;

import java.time.Duration;
import java.util.List;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** The options of manager.conf's [general]. */
final class GeneralOptions {
    static final int DEFAULT_PORT = 5038;
    static final int DEFAULT_TLS_PORT = 5039;

    private static final int MAX_PORT = 65_535;

    static final Option<Boolean> ENABLED =
            Option.bool("enabled", false, "Whether the manager interface (AMI) is open at all.");
    static final Option<Integer> PORT =
            Option.integer("port", 0, MAX_PORT, DEFAULT_PORT, "The TCP port; 0 for any that is free.");
    static final Option<String> BIND_ADDRESS =
            Option.text("bindaddr", "0.0.0.0", "The address to listen on; 127.0.0.1 lets in nobody from outside.");
    static final Option<Boolean> TLS_ENABLE = Option.bool("tlsenable", false, "Whether to listen for TLS as well.");
    static final Option<String> TLS_BIND_ADDRESS = Option.text(
            "tlsbindaddr", "", "The address for TLS, with or without a port; by default bindaddr and 5039.");
    static final Option<String> TLS_CERTIFICATE = Option.text(
                    "tlscertfile",
                    "asterisk.pem",
                    "PEM file with the certificate and its chain, and the key where tlsprivatekey is not set; relative"
                            + " to astkeydir.")
            .alias("sslcert", "tlscert");
    static final Option<String> TLS_PRIVATE_KEY =
            Option.text("tlsprivatekey", "", "PEM file with the certificate's private key, relative to astkeydir.");
    static final Option<Boolean> ALLOW_MULTIPLE_LOGIN =
            Option.bool("allowmultiplelogin", true, "Whether a user may be logged in several times at once.");
    static final Option<Boolean> DISPLAY_CONNECTS =
            Option.bool("displayconnects", true, "Whether log-ins and log-outs are told as verbose messages.");
    static final Option<Boolean> TIMESTAMP_EVENTS =
            Option.bool("timestampevents", false, "Whether events carry the time as Timestamp.");
    static final Option<Duration> AUTH_TIMEOUT =
            Option.seconds("authtimeout", 1, 3600, 30, "How many seconds a client may take to log in.");
    static final Option<Integer> AUTH_LIMIT = Option.integer(
            "authlimit", 1, 10_000, 50, "How many connections may exist that have not logged in; more are refused.");
    static final Option<List<String>> DISABLED_EVENTS =
            Option.list("disabledevents", "Names of events that are never sent.");

    static final OptionSet SET = OptionSet.of(
            "manager.conf",
            "general",
            "The manager interface (AMI).",
            ENABLED,
            PORT,
            BIND_ADDRESS,
            TLS_ENABLE,
            TLS_BIND_ADDRESS,
            TLS_CERTIFICATE,
            TLS_PRIVATE_KEY,
            ALLOW_MULTIPLE_LOGIN,
            DISPLAY_CONNECTS,
            TIMESTAMP_EVENTS,
            AUTH_TIMEOUT,
            AUTH_LIMIT,
            DISABLED_EVENTS,
            Option.bool("webenabled", false, "AMI over HTTP, which this switch does not have.")
                    .withoutEffect(),
            Option.integer("httptimeout", 1, Integer.MAX_VALUE, 60, "For AMI over HTTP.")
                    .withoutEffect(),
            Option.text("channelvars", "", "Channel variables to be added to channel events.")
                    .withoutEffect(),
            Option.bool("brokeneventsaction", false, "The Events action as Asterisk 1.2 had it.")
                    .withoutEffect(),
            Option.bool("debug", false, "Events with a sequence number.").withoutEffect(),
            Option.text("tlscipher", "", "TLS ciphers; Java chooses.").withoutEffect());

    private GeneralOptions() {}
}
