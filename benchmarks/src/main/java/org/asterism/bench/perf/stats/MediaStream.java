package org.asterism.bench.perf.stats;

/**
 * The frames of one direction of one call, from the end that sends them to the end that hears them. Counts only what was sent while
 * measuring. Copies and overtaken frames are known within the last 64. Not thread safe; allocates nothing after its creation.
 */
public final class MediaStream {
    private static final int WINDOW = Long.SIZE;

    private final int id;
    private final Jitter jitter = new Jitter();

    private int nextSequence;
    private long sent;
    private long received;
    private long duplicates;
    private long reordered;
    private long delaySumNs;
    private long longestNs;

    private int highest = -1;
    private long seen;

    /**
     * A stream without frames.
     *
     * @param id its number, which goes into {@link Mark}
     */
    public MediaStream(int id) {
        this.id = id;
    }

    /** {@return its number} */
    public int id() {
        return id;
    }

    /**
     * Takes the number for the next frame.
     *
     * @param counted whether it counts
     * @return the frame's number
     */
    public int send(boolean counted) {
        sent += counted ? 1 : 0;
        return nextSequence++;
    }

    /** The frame sent last has not been let onto the network, on purpose. */
    public void withheld() {
        sent--;
    }

    /** The call has ended while measuring: what was under way then does not count, as nobody waits for it. */
    public void ended() {
        sent -= Math.clamp(nextSequence - 1L - highest, 0, Math.max(0, sent - received));
    }

    /**
     * Takes a frame that has arrived.
     *
     * @param counted  whether it counts
     * @param sequence its number
     * @param transitNs how long it was under way
     * @return whether it is the first copy of a frame that counts
     */
    public boolean receive(boolean counted, int sequence, long transitNs) {
        int ahead = sequence - highest;
        boolean late = ahead <= 0;
        if (late) {
            long bit = ahead > -WINDOW ? 1L << -ahead : 0;
            if ((seen & bit) != 0) {
                duplicates += counted ? 1 : 0;
                return false;
            }
            seen |= bit;
        } else {
            seen = ahead >= WINDOW ? 1 : seen << ahead | 1;
            highest = sequence;
        }
        if (!counted) {
            return false;
        }
        received++;
        reordered += late ? 1 : 0;
        delaySumNs += transitNs;
        longestNs = Math.max(longestNs, transitNs);
        jitter.add(transitNs);
        return true;
    }

    /** {@return frames sent that count} */
    public long sent() {
        return sent;
    }

    /** {@return frames that arrived, copies left out} */
    public long received() {
        return received;
    }

    /** {@return frames that never arrived} */
    public long lost() {
        return Math.max(0, sent - received);
    }

    /** {@return the share that never arrived, 0 to 1} */
    public double lossRatio() {
        return sent == 0 ? 0 : (double) lost() / sent;
    }

    /** {@return second and further copies} */
    public long duplicates() {
        return duplicates;
    }

    /** {@return frames that arrived after a later one} */
    public long reordered() {
        return reordered;
    }

    /** {@return mean time under way, in ns} */
    public double meanDelayNs() {
        return received == 0 ? 0 : (double) delaySumNs / received;
    }

    /** {@return longest time under way, in ns} */
    public long longestNs() {
        return longestNs;
    }

    /** {@return RFC 3550 jitter, in ns} */
    public double jitterNs() {
        return jitter.ns();
    }
}
