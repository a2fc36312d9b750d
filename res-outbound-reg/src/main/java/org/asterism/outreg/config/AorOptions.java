package org.asterism.outreg.config;

import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** What a section {@code type=aor} may say. */
final class AorOptions {
    static final String TYPE_NAME = "aor";

    static final Option<String> TYPE = Option.text("type", TYPE_NAME, "Must be aor");
    static final Option<String> CONTACT =
            Option.repeated("contact", "A SIP URI where the endpoint is reached, several separated by commas");
    static final Option<Long> MAX_CONTACTS =
            Option.of("max_contacts", PjsipTypes.UINT, 0L, "How many contacts may register; 0 for none");

    static final OptionSet SET = OptionSet.of(
            PjsipConfigurationReader.FILE,
            TYPE_NAME,
            "Where an endpoint is reached",
            TYPE,
            CONTACT,
            MAX_CONTACTS,
            number("default_expiration", 3600),
            number("minimum_expiration", 60),
            number("maximum_expiration", 7200),
            bool("remove_existing"),
            bool("remove_unavailable"),
            number("qualify_frequency", 0),
            Option.of(
                            "qualify_timeout",
                            PjsipTypes.fraction(0, 86400),
                            3.0,
                            "Seconds after which a contact is unreachable")
                    .withoutEffect(),
            bool("qualify_2xx_only"),
            bool("authenticate_qualify"),
            text("mailboxes"),
            text("voicemail_extension"),
            text("outbound_proxy"),
            bool("support_path"));

    private AorOptions() {}

    private static Option<Long> number(String name, long value) {
        return Option.of(name, PjsipTypes.UINT, value, EndpointOptions.NO_DRIVER)
                .withoutEffect();
    }

    private static Option<Boolean> bool(String name) {
        return Option.of(name, PjsipTypes.BOOL, false, EndpointOptions.NO_DRIVER)
                .withoutEffect();
    }

    private static Option<String> text(String name) {
        return Option.text(name, "", EndpointOptions.NO_DRIVER).withoutEffect();
    }
}
