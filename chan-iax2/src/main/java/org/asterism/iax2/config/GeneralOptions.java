package org.asterism.iax2.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionType;
import org.asterism.core.config.OptionTypes;
import org.asterism.iax2.wire.AuthMethods;

/** What {@code [general]} of iax.conf may say. */
final class GeneralOptions {
    static final OptionType<Integer> AUTH =
            OptionTypes.of("any of rsa, md5, plaintext", GeneralOptions::authMethods, AuthMethods::names);
    /** {@code yes} (2 s), {@code no} or milliseconds; 0 is off. */
    static final OptionType<Integer> YES_OR_MS =
            OptionTypes.of("yes, no or milliseconds", GeneralOptions::yesOrMilliseconds, GeneralOptions::text);

    static final Map<String, CodecPriority> CODEC_PRIORITIES = priorities();

    static final Option<Integer> BINDPORT =
            Option.integer("bindport", 1, 65535, 4569, "UDP port of bindaddr lines without one");
    static final Option<String> BINDADDR = Option.repeated(
            "bindaddr", "Address to listen on: addr, addr:port or [v6]:port; repeatable; default 0.0.0.0");
    static final Option<Boolean> DELAYREJECT =
            Option.bool("delayreject", false, "Hold refusals back for a second, against password guessing");
    static final Option<Boolean> SRVLOOKUP =
            Option.bool("srvlookup", false, "Look up _iax._udp SRV records of host names");
    static final Option<String> ACCOUNTCODE = Option.text("accountcode", "", "Account code of calls");
    static final Option<String> LANGUAGE =
            Option.text("language", "", "Language of prompts; overrides what callers ask for");
    static final Option<String> MOHINTERPRET =
            Option.text("mohinterpret", "", "Music class played on hold, or passthrough");
    static final Option<String> MOHSUGGEST = Option.text("mohsuggest", "", "Music class suggested to the far end");
    static final Option<String> BANDWIDTH = Option.text("bandwidth", "", "low, medium or high: a set of codecs");
    static final Option<String> ALLOW = Option.repeated("allow", "Codecs to permit, in order of preference; all");
    static final Option<String> DISALLOW = Option.repeated("disallow", "Codecs not to permit; all");
    static final Option<Integer> AUTHENTICATION = Option.of("auth", AUTH, 0, "Methods offered: rsa, md5, plaintext");
    static final Option<Boolean> TRUNKTIMESTAMPS =
            Option.bool("trunktimestamps", false, "Timestamps in trunk frames").withoutEffect();
    static final Option<Integer> TRUNKFREQ = Option.integer(
                    "trunkfreq", 10, 1000, 20, "Milliseconds between trunk frames")
            .withoutEffect();
    static final Option<String> ENCRYPTION =
            Option.text("encryption", "no", "yes or aes128: offer encryption").withoutEffect();
    static final Option<String> FORCEENCRYPTION = Option.text(
            "forceencryption", "no", "yes or aes128: refuse calls that are not encrypted (all, at present)");
    static final Option<Boolean> JITTERBUFFER =
            Option.bool("jitterbuffer", false, "Smooth arriving audio").withoutEffect();
    static final Option<Duration> MINREGEXPIRE =
            Option.seconds("minregexpire", 1, 65535, 60, "Shortest registration granted, seconds");
    static final Option<Duration> MAXREGEXPIRE =
            Option.seconds("maxregexpire", 1, 65535, 60, "Longest registration granted, seconds");
    static final Option<String> REGISTER = Option.repeated(
                    "register", "user[:secret]@host[:port]: register with another server")
            .with(Option.Trait.SECRET);
    static final Option<Boolean> AUTHDEBUG = Option.bool("authdebug", false, "Log failed authentication");
    static final Option<String> TOS = Option.text("tos", "0", "DSCP of sent packets, name or number");
    static final Option<String> REGCONTEXT =
            Option.text("regcontext", "", "Context in which registered peers get an extension");
    static final Option<Integer> AUTOKILL =
            Option.of("autokill", YES_OR_MS, 0, "Give up a call that is not answered at all: yes (2 s), ms or no");
    static final Option<CodecPriority> CODECPRIORITY =
            Option.oneOf("codecpriority", CODEC_PRIORITIES, CodecPriority.HOST, "Whose order of codecs counts");
    static final Option<String> CALLTOKENOPTIONAL =
            Option.repeated("calltokenoptional", "address[/mask] from which call tokens are not required; repeatable");
    static final Option<Integer> MAXCALLNUMBERS =
            Option.integer("maxcallnumbers", 0, 65535, 2048, "Calls per remote address at a time");
    static final Option<Integer> MAXCALLNUMBERS_NONVALIDATED =
            Option.integer("maxcallnumbers_nonvalidated", 0, 65535, 8192, "Calls without a call token at a time");
    static final Option<Duration> CALLTOKENEXPIRATION =
            Option.seconds("calltokenexpiration", 1, 3600, 10, "How long a call token is good, seconds");
    static final Option<Boolean> SHRINKCALLERID =
            Option.bool("shrinkcallerid", true, "Remove punctuation from caller numbers");
    static final Option<Duration> PINGTIME = Option.seconds("pingtime", 1, 3600, 21, "Seconds between PINGs of a call");
    static final Option<Duration> LAGRQTIME =
            Option.seconds("lagrqtime", 1, 3600, 10, "Seconds between LAGRQs of a call");
    static final Option<Integer> MAXAUTHREQ =
            Option.integer("maxauthreq", 0, 65535, 3, "Challenges to one user that may be open; 0 for no limit");

    static final OptionSet SET = OptionSet.of(
            "iax.conf",
            "general",
            "Settings of the whole channel driver",
            BINDPORT,
            BINDADDR,
            DELAYREJECT,
            SRVLOOKUP,
            ACCOUNTCODE,
            LANGUAGE,
            MOHINTERPRET,
            MOHSUGGEST,
            BANDWIDTH,
            ALLOW,
            DISALLOW,
            AUTHENTICATION,
            TRUNKTIMESTAMPS,
            TRUNKFREQ,
            Option.integer("trunkmaxsize", 0, Integer.MAX_VALUE, 128000, "Bytes queued for a trunk")
                    .withoutEffect(),
            Option.integer("trunkmtu", 0, 3999, 1240, "Largest trunk frame").withoutEffect(),
            ENCRYPTION,
            FORCEENCRYPTION,
            JITTERBUFFER,
            Option.integer("maxjitterbuffer", 0, 100000, 1000, "Jitter buffer, ms")
                    .withoutEffect(),
            Option.integer("resyncthreshold", -1, 100000, 1000, "Jitter buffer, ms")
                    .withoutEffect(),
            Option.integer("maxjitterinterps", 0, 1000, 10, "Jitter buffer, frames")
                    .withoutEffect(),
            Option.integer("jittertargetextra", 0, 10000, 40, "Jitter buffer, ms")
                    .withoutEffect(),
            MINREGEXPIRE,
            MAXREGEXPIRE,
            REGISTER,
            AUTHDEBUG,
            TOS,
            Option.text("cos", "0", "802.1p priority").withoutEffect(),
            REGCONTEXT,
            AUTOKILL,
            CODECPRIORITY,
            CALLTOKENOPTIONAL,
            MAXCALLNUMBERS,
            MAXCALLNUMBERS_NONVALIDATED,
            CALLTOKENEXPIRATION,
            SHRINKCALLERID,
            PINGTIME,
            LAGRQTIME,
            MAXAUTHREQ,
            Option.bool("iaxcompat", false, "Look up dialplan on a thread of its own"),
            Option.bool("nochecksums", false, "No UDP checksums").withoutEffect(),
            Option.text("amaflags", "", "AMA flags of calls").withoutEffect(),
            Option.bool("adsi", false, "ADSI phones").withoutEffect(),
            Option.integer("iaxthreadcount", 1, 256, 10, "Asterisk's threads; here, see shards in asterisk.conf"),
            Option.integer("iaxmaxthreadcount", 0, 256, 100, "Asterisk's threads; here, see shards in asterisk.conf"),
            Option.text("subscribe_network_change_event", "yes", "Register again on network changes")
                    .withoutEffect(),
            Option.bool("allowfwdownload", false, "Serve firmware").withoutEffect(),
            Option.bool("rtcachefriends", false, "Realtime").withoutEffect(),
            Option.bool("rtsavesysname", false, "Realtime").withoutEffect(),
            Option.bool("rtupdate", true, "Realtime").withoutEffect(),
            Option.text("rtautoclear", "no", "Realtime").withoutEffect(),
            Option.bool("rtignoreregexpire", false, "Realtime").withoutEffect(),
            Option.text("parkinglot", "", "Parking lot of calls").withoutEffect(),
            Option.text("connectedline", "no", "Send and accept connected-line updates")
                    .withoutEffect(),
            Option.text("transfer", "yes", "Let calls be transferred").withoutEffect());

    private GeneralOptions() {}

    private static int authMethods(String text) {
        int methods = (text.contains("rsa") ? AuthMethods.RSA : 0)
                | (text.contains("md5") ? AuthMethods.MD5 : 0)
                | (text.contains("plaintext") ? AuthMethods.PLAINTEXT : 0);
        if (methods == 0) {
            throw new IllegalArgumentException("expected any of rsa, md5, plaintext");
        }
        return methods;
    }

    private static int yesOrMilliseconds(String text) {
        return switch (text.trim().toLowerCase(java.util.Locale.ROOT)) {
            case "yes", "true", "on", "y", "t" -> 2000;
            case "no", "false", "off", "n", "f" -> 0;
            default -> {
                int milliseconds = Integer.parseInt(text.trim());
                if (milliseconds < 0) {
                    throw new IllegalArgumentException("expected yes, no or milliseconds");
                }
                yield milliseconds;
            }
        };
    }

    private static String text(int milliseconds) {
        return milliseconds == 0 ? "no" : String.valueOf(milliseconds);
    }

    private static Map<String, CodecPriority> priorities() {
        Map<String, CodecPriority> words = new LinkedHashMap<>();
        for (CodecPriority priority : List.of(CodecPriority.values())) {
            words.put(priority.name().toLowerCase(java.util.Locale.ROOT), priority);
        }
        return words;
    }
}
