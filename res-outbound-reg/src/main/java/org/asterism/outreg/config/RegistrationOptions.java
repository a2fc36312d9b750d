package org.asterism.outreg.config;

import java.util.List;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** What a section {@code type=registration} may say. */
final class RegistrationOptions {
    static final String TYPE_NAME = "registration";

    static final Option<String> TYPE = Option.text("type", TYPE_NAME, "Must be registration");
    static final Option<String> SERVER_URI =
            Option.text("server_uri", "", "The registrar, a sip or sips URI; a ';' in it is written '\\;'");
    static final Option<String> CLIENT_URI =
            Option.text("client_uri", "", "The address of record that is registered: From and To");
    static final Option<String> CONTACT_USER =
            Option.text("contact_user", "", "User part of Contact: the extension calls arrive at; s when empty");
    static final Option<String> CONTACT_HEADER_PARAMS =
            Option.text("contact_header_params", "", "Parameters put behind Contact's URI");
    static final Option<Long> EXPIRATION = Option.of("expiration", PjsipTypes.UINT, 3600L, "Seconds to ask for");
    static final Option<Long> MAX_RETRIES = Option.of(
            "max_retries", PjsipTypes.UINT_OR_MINUS_ONE, 10L, "Retries after the first attempt; -1 for no end");
    static final Option<Long> MAX_RANDOM_INITIAL_DELAY = Option.of(
            "max_random_initial_delay",
            PjsipTypes.UINT,
            10L,
            "The first request leaves after 1 s and less than this many seconds more");
    static final Option<Long> RETRY_INTERVAL = Option.of(
            "retry_interval", PjsipTypes.UINT, 60L, "Seconds after a temporary failure; 0 makes it a fatal one");
    static final Option<Long> FORBIDDEN_RETRY_INTERVAL = Option.of(
            "forbidden_retry_interval", PjsipTypes.UINT, 0L, "Seconds after a 403; 0 for no retry by this option");
    static final Option<Long> FATAL_RETRY_INTERVAL =
            Option.of("fatal_retry_interval", PjsipTypes.UINT, 0L, "Seconds after any other failure; 0 for no retry");
    static final Option<Boolean> RETRY_BACKOFF = Option.of(
            "retry_backoff", PjsipTypes.BOOL, false, "Whether the wait doubles with each retry, with jitter (ours)");
    static final Option<Long> RETRY_INTERVAL_MAX =
            Option.of("retry_interval_max", PjsipTypes.UINT, 1800L, "Seconds that a doubled wait never exceeds (ours)");
    static final Option<Boolean> AUTH_REJECTION_PERMANENT = Option.of(
            "auth_rejection_permanent", PjsipTypes.BOOL, true, "Whether refused credentials are a fatal failure");
    static final Option<List<String>> OUTBOUND_AUTH =
            Option.of("outbound_auth", PjsipTypes.LIST, List.of(), "Names of auth sections, separated by commas");
    static final Option<String> OUTBOUND_PROXY =
            Option.text("outbound_proxy", "", "Where requests go first; '\\;lr' behind it for a loose route");
    static final Option<String> TRANSPORT =
            Option.text("transport", "", "Name of a transport section; the first of a fitting type when empty");
    static final Option<Boolean> LINE = Option.of(
            "line", PjsipTypes.BOOL, false, "Mark Contact, so that calls to it are the endpoint's; needs endpoint");
    static final Option<String> ENDPOINT =
            Option.text("endpoint", "", "The endpoint of calls that arrive by this registration; needs line=yes");
    static final Option<Boolean> SUPPORT_PATH =
            Option.of("support_path", PjsipTypes.BOOL, false, "Say that Path is supported (RFC 3327)");
    static final Option<Boolean> SUPPORT_OUTBOUND =
            Option.of("support_outbound", PjsipTypes.YES_NO, false, "Say that outbound is supported (RFC 5626)");
    static final Option<String> SECURITY_NEGOTIATION = Option.of(
            "security_negotiation", PjsipTypes.words("no", "mediasec"), "no", "Agree on media security (RFC 3329)");
    static final Option<List<String>> SECURITY_MECHANISMS = Option.of(
            "security_mechanisms",
            PjsipTypes.SPACED_LIST,
            List.of(),
            "Mechanisms to offer; a ';' in it is written '\\;'");
    static final Option<String> USER_AGENT = Option.text("user_agent", "", "User-Agent of the requests");

    static final OptionSet SET = OptionSet.of(
            PjsipConfigurationReader.FILE,
            TYPE_NAME,
            "An outbound registration: we register with somebody",
            TYPE,
            SERVER_URI,
            CLIENT_URI,
            CONTACT_USER,
            CONTACT_HEADER_PARAMS,
            EXPIRATION,
            MAX_RETRIES,
            MAX_RANDOM_INITIAL_DELAY,
            RETRY_INTERVAL,
            FORBIDDEN_RETRY_INTERVAL,
            FATAL_RETRY_INTERVAL,
            RETRY_BACKOFF,
            RETRY_INTERVAL_MAX,
            AUTH_REJECTION_PERMANENT,
            OUTBOUND_AUTH,
            OUTBOUND_PROXY,
            TRANSPORT,
            LINE,
            ENDPOINT,
            SUPPORT_PATH,
            SUPPORT_OUTBOUND,
            SECURITY_NEGOTIATION,
            SECURITY_MECHANISMS,
            USER_AGENT);

    private RegistrationOptions() {}
}
