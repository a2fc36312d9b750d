package org.asterism.apps.dial;

import org.asterism.core.channel.Channel;

/** The times a Dial leaves in variables: DIALEDTIME, ANSWEREDTIME, RINGTIME, PROGRESSTIME, in seconds and with _MS. Caller's thread. */
final class DialTimes {
    private static final String[] NAMES = {"RINGTIME", "PROGRESSTIME", "ANSWEREDTIME", "DIALEDTIME"};
    private static final long NS_PER_MS = 1_000_000L;

    private final Channel caller;
    private final long began = System.nanoTime();
    private long answered;

    DialTimes(Channel caller) {
        this.caller = caller;
        for (String name : NAMES) {
            caller.variables().set(name, "");
            caller.variables().set(name + "_MS", "");
        }
    }

    void ringing() {
        first("RINGTIME");
    }

    void progress() {
        first("PROGRESSTIME");
    }

    void answered() {
        answered = System.nanoTime();
    }

    /** The answered call is over. */
    void ended() {
        long now = System.nanoTime();
        set("ANSWEREDTIME", now - answered);
        set("DIALEDTIME", now - began);
    }

    private void first(String name) {
        if (caller.variables().get(name) == null) {
            set(name, System.nanoTime() - began);
        }
    }

    private void set(String name, long nanos) {
        long ms = nanos / NS_PER_MS;
        caller.variables().set(name, Long.toString(ms / 1000));
        caller.variables().set(name + "_MS", Long.toString(ms));
    }
}
