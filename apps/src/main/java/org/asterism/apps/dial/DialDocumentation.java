package org.asterism.apps.dial;

import java.util.List;
import org.asterism.core.dialplan.Documentation;

/** What {@code core show application Dial} tells. */
final class DialDocumentation {
    static final Documentation TEXT = new Documentation(
            "Attempt to connect to another device or endpoint and bridge the call.",
            "Dial(Technology/Resource[&Technology2/Resource2[&...]][,timeout[,options]])",
            "Calls all given parties at once; the first that answers is joined with the caller, the others are given"
                + " up. DIALSTATUS tells how it came out: ANSWER, BUSY, NOANSWER, CANCEL, CONGESTION or CHANUNAVAIL;"
                + " HANGUPCAUSE the cause. DIALEDPEERNAME and DIALEDPEERNUMBER name who answered; DIALEDTIME,"
                + " ANSWEREDTIME, RINGTIME and PROGRESSTIME are seconds, with _MS milliseconds.",
            List.of(
                    "timeout - seconds to ring; without it, until somebody answers or the caller hangs up",
                    "a - answer the caller at once",
                    "c - tell parties that are given up that the call was answered elsewhere",
                    "d - let the caller leave for a one-digit extension while it rings",
                    "D([called][:calling[:progress]]) - send DTMF digits once answered, or on progress",
                    "F([context^extension^priority]) - when the caller hangs up, the called party goes on in the"
                            + " dialplan",
                    "g - go on in the dialplan when the called party hangs up",
                    "h / H - the called party / the caller may hang up with *",
                    "L(x[:y[:z]]) - limit the call to x ms, warn y ms before the end, repeat every z ms",
                    "m([class]) - play music to the caller until answered",
                    "o([number]) - caller id of the called channel: the caller's, or this number",
                    "r([tone]) - tell the caller that it rings, and let no early media through",
                    "R - tell the caller that it rings, until there is early media",
                    "S(x) - end the call x seconds after it was answered"));

    private DialDocumentation() {}
}
