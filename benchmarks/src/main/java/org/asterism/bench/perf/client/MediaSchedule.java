package org.asterism.bench.perf.client;

import java.util.Arrays;

/**
 * When each talking leg sends its next frame. A frame's length is cut into milliseconds; a leg belongs to one of them and sends each
 * time it comes round. Legs are spread evenly. One thread.
 */
final class MediaSchedule {
    private static final long NS_PER_MS = 1_000_000;
    /** After a longer halt of the generator what was missed is left out, as a phone would. */
    private static final int MOST_MISSED = 200;

    private final CallLeg[][] slots;
    private final int[] counts;
    private long nextMs = -1;
    private long latenessNs;
    private int fill;

    MediaSchedule(int frameMs) {
        slots = new CallLeg[frameMs][64];
        counts = new int[frameMs];
    }

    void add(CallLeg leg) {
        int slot = fill++ % slots.length;
        if (counts[slot] == slots[slot].length) {
            slots[slot] = Arrays.copyOf(slots[slot], 2 * counts[slot]);
        }
        leg.slot = slot;
        leg.slotIndex = counts[slot];
        slots[slot][counts[slot]++] = leg;
    }

    void remove(CallLeg leg) {
        if (leg.slot < 0) {
            return;
        }
        CallLeg[] legs = slots[leg.slot];
        CallLeg last = legs[--counts[leg.slot]];
        legs[leg.slotIndex] = last;
        last.slotIndex = leg.slotIndex;
        leg.slot = -1;
    }

    void sendDue(long nowNs) {
        long nowMs = nowNs / NS_PER_MS;
        if (nextMs < 0 || nowMs - nextMs > MOST_MISSED) {
            latenessNs = nextMs < 0 ? 0 : Math.max(latenessNs, nowNs - nextMs * NS_PER_MS);
            nextMs = nowMs;
        }
        if (nextMs <= nowMs) {
            latenessNs = Math.max(latenessNs, nowNs - nextMs * NS_PER_MS);
        }
        for (; nextMs <= nowMs; nextMs++) {
            int slot = (int) (nextMs % slots.length);
            CallLeg[] legs = slots[slot];
            for (int i = 0; i < counts[slot]; i++) {
                legs[i].talk();
            }
        }
    }

    long takeLatenessNs() {
        long lateness = latenessNs;
        latenessNs = 0;
        return lateness;
    }
}
