package org.asterism.core.manager.server;

import java.util.Set;
import org.asterism.core.event.EventClass;

/** Which bit a class of events has in the numbers that old clients write as EventMask. */
final class MaskBits {
    private MaskBits() {}

    /** {@return the bits of all; of every class there is, the highest number, as Asterisk has it for {@code all}} */
    static int of(Set<EventClass> classes) {
        if (classes.size() == EventClass.values().length) {
            return Integer.MAX_VALUE;
        }
        int bits = 0;
        for (EventClass each : classes) {
            bits |= 1 << of(each);
        }
        return bits;
    }

    static int of(EventClass eventClass) {
        return switch (eventClass) {
            case SYSTEM -> 0;
            case CALL -> 1;
            case LOG -> 2;
            case VERBOSE -> 3;
            case COMMAND -> 4;
            case AGENT -> 5;
            case USER -> 6;
            case CONFIG -> 7;
            case DTMF -> 8;
            case REPORTING -> 9;
            case CDR -> 10;
            case DIALPLAN -> 11;
            case ORIGINATE -> 12;
            case AGI -> 13;
            case CC -> 15;
            case AOC -> 16;
            case TEST -> 17;
            case SECURITY -> 18;
            case MESSAGE -> 30;
        };
    }
}
