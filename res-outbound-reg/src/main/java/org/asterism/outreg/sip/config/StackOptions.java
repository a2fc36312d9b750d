package org.asterism.outreg.sip.config;

import java.time.Duration;
import java.util.List;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** The options of {@code type=system} and {@code type=global} that mean something here, and those of Asterisk 22 that do not yet. */
public final class StackOptions {
    static final Option<String> SYSTEM_TYPE = Option.text("type", "system", "Must be system.");
    static final Option<Duration> TIMER_T1 =
            Option.millis("timer_t1", 100, 32_000, 500, "Estimate of a round trip: the first retransmission.");
    static final Option<Duration> TIMER_B =
            Option.millis("timer_b", 1000, 600_000, 32_000, "After this a request without an answer is given up.");
    static final Option<Boolean> DISABLE_TCP_SWITCH = Option.bool(
                    "disable_tcp_switch", true, "Whether large requests stay on UDP.")
            .withoutEffect();

    static final Option<String> GLOBAL_TYPE = Option.text("type", "global", "Must be global.");
    static final Option<String> USER_AGENT = Option.text("user_agent", "", "User-Agent of requests.");
    static final Option<Integer> MAX_FORWARDS = Option.integer("max_forwards", 1, 255, 70, "Max-Forwards of requests.");
    static final Option<Duration> KEEP_ALIVE = Option.seconds(
            "keep_alive_interval", 0, 86_400, 90, "Between pings of TCP and TLS connections; 0 for none.");
    static final Option<String> DEFAULT_REALM = Option.text("default_realm", "asterisk", "Realm of challenges.");
    static final Option<String> DEFAULT_FROM_USER =
            Option.text("default_from_user", "asterisk", "User of From where there is none.");
    static final Option<List<String>> ALGORITHMS_UAC =
            Option.list("default_auth_algorithms_uac", "Algorithms to answer challenges with; MD5 where none is said.");
    static final Option<List<String>> ALGORITHMS_UAS =
            Option.list("default_auth_algorithms_uas", "Algorithms to challenge with; MD5 where none is said.");
    static final Option<String> DEBUG =
            Option.text("debug", "no", "Messages to log from the start: yes, no or a host.");
    static final Option<String> IDENTIFIER_ORDER = Option.text(
            "endpoint_identifier_order", "ip,username,anonymous", "In which order endpoints are looked for.");

    /** {@code type=system}. */
    public static final OptionSet SYSTEM = OptionSet.of(
            "pjsip.conf", "system", "Times of the SIP stack", SYSTEM_TYPE, TIMER_T1, TIMER_B, DISABLE_TCP_SWITCH);

    /** {@code type=global}. */
    public static final OptionSet GLOBAL = OptionSet.of(
            "pjsip.conf",
            "global",
            "What holds for all of SIP",
            GLOBAL_TYPE,
            USER_AGENT,
            MAX_FORWARDS,
            KEEP_ALIVE,
            DEFAULT_REALM,
            DEFAULT_FROM_USER,
            ALGORITHMS_UAC,
            ALGORITHMS_UAS,
            DEBUG,
            IDENTIFIER_ORDER);

    private StackOptions() {}
}
