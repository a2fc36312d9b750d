package org.asterism.outreg.config;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** What a section {@code type=endpoint} may say: all that Asterisk 22 knows, so that files written for it can be read. */
final class EndpointOptions {
    static final String TYPE_NAME = "endpoint";

    /** What the help says of options on which nothing acts. */
    static final String NO_DRIVER = "Read and checked; takes effect when there is a SIP channel driver";

    static final Option<String> TYPE = Option.text("type", TYPE_NAME, "Must be endpoint");
    static final Option<String> CONTEXT =
            Option.text("context", "default", "Where the endpoint's calls enter the dialplan");
    static final Option<List<String>> AORS =
            Option.of("aors", PjsipTypes.LIST, List.of(), "Names of aor sections, separated by commas");
    static final Option<List<String>> AUTH = Option.of(
                    "auth",
                    PjsipTypes.LIST,
                    List.<String>of(),
                    "Names of auth sections that the endpoint is challenged by")
            .withoutEffect();
    static final Option<List<String>> OUTBOUND_AUTH = Option.of(
                    "outbound_auth",
                    PjsipTypes.LIST,
                    List.<String>of(),
                    "Names of auth sections that answer challenges in calls to the endpoint")
            .withoutEffect();
    static final Option<String> TRANSPORT =
            Option.text("transport", "", "Name of a transport section").withoutEffect();
    static final Option<String> CALLERID = Option.text("callerid", "<unknown>", "Caller ID of the endpoint's calls")
            .withoutEffect();
    static final Option<String> ALLOW =
            Option.text("allow", "", "Codecs, in order of preference").withoutEffect();
    static final Option<String> DISALLOW =
            Option.text("disallow", "", "Codecs taken away again").withoutEffect();

    private static final List<Option<?>> ACCEPTED_ONLY = List.of(
            text("deny", ""),
            text("permit", ""),
            text("contact_deny", ""),
            text("contact_permit", ""),
            text("contact_user", ""),
            text("security_mechanisms", ""));

    /** Options that are written but not listed. */
    static final List<Option<?>> NOT_SHOWN = Stream.<Option<?>>concat(
                    Stream.of(TYPE, ALLOW, DISALLOW), ACCEPTED_ONLY.stream())
            .toList();

    private static final List<Option<?>> WITHOUT_EFFECT = List.of(
            bool("accept_multiple_sdp_answers", false),
            bool("aggregate_mwi", true),
            bool("allow_overlap", true),
            bool("allow_subscribe", true),
            bool("allow_transfer", true),
            bool("allow_unauthenticated_options", false),
            bool("asymmetric_rtp_codec", false),
            bool("bind_rtp_to_media_address", false),
            bool("bundle", false),
            bool("direct_media", true),
            bool("disable_direct_media_on_nat", false),
            bool("fax_detect", false),
            bool("follow_early_media_fork", true),
            bool("force_avp", false),
            bool("force_rport", true),
            bool("g726_non_standard", false),
            bool("ice_support", false),
            bool("ignore_183_without_sdp", false),
            bool("inband_progress", false),
            bool("media_encryption_optimistic", false),
            bool("media_use_received_transport", false),
            bool("moh_passthrough", false),
            bool("notify_early_inuse_ringing", false),
            bool("one_touch_recording", false),
            bool("preferred_codec_only", false),
            bool("refer_blind_progress", true),
            bool("rewrite_contact", false),
            bool("rpid_immediate", false),
            bool("rtcp_mux", false),
            bool("rtp_ipv6", false),
            bool("rtp_symmetric", false),
            bool("send_aoc", false),
            bool("send_diversion", true),
            bool("send_history_info", false),
            bool("send_pai", false),
            bool("send_rpid", false),
            bool("srtp_tag_32", false),
            bool("suppress_moh_on_sendonly", false),
            bool("suppress_q850_reason_headers", false),
            bool("t38_bind_udptl_to_media_address", false),
            bool("t38_udptl", false),
            bool("t38_udptl_ipv6", false),
            bool("t38_udptl_nat", false),
            bool("trust_id_inbound", false),
            bool("trust_id_outbound", false),
            bool("use_avpf", false),
            bool("use_ptime", false),
            bool("user_eq_phone", false),
            yesNo("mwi_subscribe_replaces_unsolicited", false),
            yesNo("send_connected_line", true),
            yesNo("trust_connected_line", true),
            yesNo("webrtc", false),
            number("cos_audio", 0),
            number("cos_video", 0),
            number("device_state_busy_at", 0),
            number("dtls_rekey", 0),
            number("fax_detect_timeout", 0),
            number("max_audio_streams", 1),
            number("max_video_streams", 1),
            number("rtp_keepalive", 0),
            number("rtp_port_end", 0),
            number("rtp_port_start", 0),
            number("rtp_timeout", 0),
            number("rtp_timeout_hold", 0),
            number("sub_min_expiry", 0),
            number("t38_udptl_maxdatagram", 0),
            number("timers_min_se", 90),
            number("timers_sess_expires", 1800),
            text("accountcode", ""),
            text("acl", ""),
            text("call_group", ""),
            text("callerid_privacy", "allowed_not_screened"),
            text("callerid_tag", ""),
            text("codec_prefs_incoming_answer", "prefer:pending, operation:intersect, keep:all, transcode:allow"),
            text("codec_prefs_incoming_offer", "prefer:pending, operation:intersect, keep:all, transcode:allow"),
            text("codec_prefs_outgoing_answer", "prefer:pending, operation:intersect, keep:all, transcode:allow"),
            text("codec_prefs_outgoing_offer", "prefer:pending, operation:union, keep:all, transcode:allow"),
            text("contact_acl", ""),
            text("dtls_auto_generate_cert", "No"),
            text("dtls_ca_file", ""),
            text("dtls_ca_path", ""),
            text("dtls_cert_file", ""),
            text("dtls_cipher", ""),
            text("dtls_fingerprint", "SHA-256"),
            text("dtls_private_key", ""),
            text("dtls_setup", "active"),
            text("dtls_verify", "No"),
            text("follow_redirect_methods", ""),
            text("from_domain", ""),
            text("from_user", ""),
            text("geoloc_incoming_call_profile", ""),
            text("geoloc_outgoing_call_profile", ""),
            text("identify_by", "username,ip"),
            text("incoming_call_offer_pref", "local"),
            text("incoming_mwi_mailbox", ""),
            text("language", ""),
            text("mailboxes", ""),
            text("media_address", ""),
            text("message_context", ""),
            text("moh_suggest", "default"),
            text("mwi_from_user", ""),
            text("named_call_group", ""),
            text("named_pickup_group", ""),
            text("outbound_proxy", ""),
            text("outgoing_call_offer_pref", "remote_merge"),
            text("overlap_context", ""),
            text("pickup_group", ""),
            text("record_off_feature", "automixmon"),
            text("record_on_feature", "automixmon"),
            text("rtp_engine", "asterisk"),
            text("sdp_owner", "-"),
            text("sdp_session", "Asterisk"),
            text("set_var", ""),
            text("stir_shaken", "no"),
            text("stir_shaken_profile", ""),
            text("subscribe_context", ""),
            text("tenantid", ""),
            text("tone_zone", ""),
            text("tos_audio", "0"),
            text("tos_video", "0"),
            text("voicemail_extension", ""),
            words("100rel", "yes", "no", "yes", "required", "peer_supported"),
            words("connected_line_method", "invite", "invite", "reinvite", "update"),
            words("direct_media_glare_mitigation", "none", "none", "outgoing", "incoming"),
            words("direct_media_method", "invite", "invite", "reinvite", "update"),
            words("dtmf_mode", "rfc4733", "rfc4733", "inband", "info", "auto", "auto_info", "none"),
            words("media_encryption", "no", "no", "sdes", "dtls"),
            words("redirect_method", "user", "user", "uri_core", "uri_pjsip"),
            words("security_negotiation", "no", "no", "mediasec"),
            words("t38_udptl_ec", "none", "none", "fec", "redundancy"),
            words("timers", "yes", "yes", "no", "required", "always", "forced"));

    static final OptionSet SET = OptionSet.of(
            PjsipConfigurationReader.FILE,
            TYPE_NAME,
            "Somebody who calls and is called",
            Stream.of(
                            List.<Option<?>>of(
                                    TYPE, CONTEXT, AORS, AUTH, OUTBOUND_AUTH, TRANSPORT, CALLERID, ALLOW, DISALLOW),
                            ACCEPTED_ONLY,
                            WITHOUT_EFFECT)
                    .flatMap(List::stream)
                    .map(Objects::requireNonNull)
                    .toArray(Option<?>[]::new));

    private EndpointOptions() {}

    private static Option<Boolean> bool(String name, boolean value) {
        return Option.of(name, PjsipTypes.BOOL, value, NO_DRIVER).withoutEffect();
    }

    private static Option<Boolean> yesNo(String name, boolean value) {
        return Option.of(name, PjsipTypes.YES_NO, value, NO_DRIVER).withoutEffect();
    }

    private static Option<Long> number(String name, long value) {
        return Option.of(name, PjsipTypes.UINT, value, NO_DRIVER).withoutEffect();
    }

    private static Option<String> text(String name, String value) {
        return Option.text(name, value, NO_DRIVER).withoutEffect();
    }

    private static Option<String> words(String name, String value, String... words) {
        return Option.of(name, PjsipTypes.words(words), value, NO_DRIVER).withoutEffect();
    }
}
