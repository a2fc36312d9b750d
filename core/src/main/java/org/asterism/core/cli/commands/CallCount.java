package org.asterism.core.cli.commands;

import org.asterism.core.Pbx;
import org.asterism.core.cli.CliRequest;

/** The lines that count channels and calls. */
final class CallCount {
    private final Pbx pbx;
    private final int maxCalls;

    /**
     * @param pbx      the switch
     * @param maxCalls asterisk.conf's, 0 for no limit
     */
    CallCount(Pbx pbx, int maxCalls) {
        this.pbx = pbx;
        this.maxCalls = maxCalls;
    }

    void printChannels(CliRequest request, int channels) {
        request.println(channels + " active channel" + plural(channels));
    }

    void printCalls(CliRequest request) {
        int active = pbx.dialplan().activeRuns();
        long processed = pbx.channels().callsProcessed();
        if (maxCalls > 0) {
            request.printf(
                    "%d of %d max active call%s (%5.2f%% of capacity)",
                    active, maxCalls, plural(active), 100.0 * active / maxCalls);
        } else {
            request.println(active + " active call" + plural(active));
        }
        request.println(processed + " call" + plural(processed) + " processed");
    }

    private static String plural(long count) {
        return count == 1 ? "" : "s";
    }
}
