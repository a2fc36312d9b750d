package org.asterism.bench.perf;

import java.util.Locale;

/** What kind of load. */
public enum Scenario {
    /** Calls to a number that sends everything back. */
    ECHO("calls to a number that echoes"),
    /** Calls to a number that leads back to us: we are the far end too. */
    BRIDGE("calls that the server connects to our own far end"),
    /** Users that register and refresh. */
    REGISTER("users that register and refresh"),
    /** Calls that come and go at a rate. */
    CPS("calls that come and go at a rate"),
    /** Several of them at once. */
    MIXED("several of these at once, see --mix"),
    /** Media without calls, for the floor program. */
    RAW_BRIDGE("media without call set-up, for a bare relay such as the floor program");

    private final String summary;

    Scenario(String summary) {
        this.summary = summary;
    }

    /** {@return the word on the command line} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what it is, in a few words} */
    public String summary() {
        return summary;
    }
}
