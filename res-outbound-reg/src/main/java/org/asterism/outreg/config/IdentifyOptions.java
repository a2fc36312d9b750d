package org.asterism.outreg.config;

import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** What a section {@code type=identify} may say. */
final class IdentifyOptions {
    static final String TYPE_NAME = "identify";

    static final Option<String> TYPE = Option.text("type", TYPE_NAME, "Must be identify");
    static final Option<String> ENDPOINT =
            Option.text("endpoint", "", "The endpoint that requests are given to; required");
    static final Option<String> MATCH =
            Option.repeated("match", "Addresses, networks or host names that requests come from, separated by commas");
    static final Option<String> MATCH_HEADER =
            Option.text("match_header", "", "Header: value, or Header: /expression/");
    static final Option<String> MATCH_REQUEST_URI =
            Option.text("match_request_uri", "", "The Request-URI, or an /expression/");
    static final Option<Boolean> SRV_LOOKUPS =
            Option.of("srv_lookups", PjsipTypes.BOOL, true, "Whether SRV records of host names count");

    static final OptionSet SET = OptionSet.of(
            PjsipConfigurationReader.FILE,
            TYPE_NAME,
            "Whose requests are an endpoint's",
            TYPE,
            ENDPOINT,
            MATCH,
            MATCH_HEADER,
            MATCH_REQUEST_URI,
            SRV_LOOKUPS);

    private IdentifyOptions() {}
}
