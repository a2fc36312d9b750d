package org.asterism.apps.dial;

import org.asterism.core.channel.DialStatus;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.log.Verbose;

/** What became of the calls of one Dial that were not answered, to choose DIALSTATUS by. Caller's thread. */
final class Attempts {
    private int placed;
    private int busy;
    private int congestion;
    private int unavailable;

    /** Counts a call that is tried. */
    void tried() {
        placed++;
    }

    /**
     * Counts a call that failed.
     *
     * @param cause a {@link HangupCause} number
     */
    void failed(int cause) {
        switch (cause) {
            case HangupCause.USER_BUSY -> busy++;
            case HangupCause.CONGESTION -> congestion++;
            case HangupCause.NO_ANSWER, HangupCause.NORMAL_CLEARING -> {
                // Rang, or was given up: nobody is available to answer, but the line is there.
            }
            default -> unavailable++;
        }
    }

    /** {@return the status when no call is left} */
    DialStatus status() {
        if (placed == 0) {
            Verbose.say(3, "No devices or endpoints to dial (technology/resource)");
            return DialStatus.CHANUNAVAIL;
        }
        String counts = "(" + placed + ":" + busy + "/" + congestion + "/" + unavailable + ")";
        if (placed != busy + congestion + unavailable) {
            Verbose.say(3, "No one is available to answer at this time " + counts);
            return DialStatus.NOANSWER;
        }
        Verbose.say(2, "Everyone is busy/congested at this time " + counts);
        if (busy > 0) {
            return DialStatus.BUSY;
        }
        return congestion > 0 ? DialStatus.CONGESTION : DialStatus.CHANUNAVAIL;
    }
}
