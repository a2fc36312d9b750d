package org.asterism.core.bridge;

import org.asterism.core.channel.CallLeg;
import org.asterism.core.channel.Channel;

/** One of the two parties of a bridge, and what is under way towards it. Owner's thread. */
final class BridgedParty {
    /** Digits whose beginning was not told last this long, in ms: what people's keys do. */
    private static final int DEFAULT_DIGIT_MS = 100;

    private final Channel channel;

    /** Hears music, because the other party put it on hold. */
    boolean onHold;
    /** Hears a warning. */
    boolean warned;
    /** The number of that warning's audio. */
    int warningNumber;

    private char digit;
    private long digitBegan;

    BridgedParty(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    CallLeg leg() {
        return channel.leg();
    }

    boolean hearsOther() {
        return !onHold && !warned;
    }

    void beginDigit(char newDigit) {
        digit = newDigit;
        digitBegan = System.nanoTime();
        leg().beginDigit(newDigit);
    }

    void endDigit(char endedDigit) {
        if (digit == endedDigit) {
            leg().endDigit(endedDigit, (int) ((System.nanoTime() - digitBegan) / 1_000_000L));
        } else {
            leg().beginDigit(endedDigit);
            leg().endDigit(endedDigit, DEFAULT_DIGIT_MS);
        }
        digit = 0;
    }
}
