package org.asterism.bench.perf.client;

import java.util.Map;
import java.util.TreeMap;
import org.asterism.bench.perf.stats.Latency;

/** What happened, counted. Written by the load's thread only. */
public final class Tally {
    /** First NEW to ACCEPT. */
    public final Latency accept = new Latency();
    /** First NEW to ANSWER. */
    public final Latency setUp = new Latency();
    /** HANGUP to its acknowledgement. */
    public final Latency tearDown = new Latency();
    /** First REGREQ to REGACK, when a user registers for the first time. */
    public final Latency registration = new Latency();
    /** The same for refreshes while measuring. */
    public final Latency refresh = new Latency();
    /** Frames that count, from one end to the other. */
    public final Latency frames = new Latency();
    /** The same since the last look. */
    public final Latency recentFrames = new Latency();

    /** Calls begun. */
    public long callsBegun;
    /** Calls answered. */
    public long callsAnswered;
    /** Calls ended as we wanted. */
    public long callsEnded;
    /** Calls the server ended or forgot while we talked. */
    public long callsDropped;
    /** Calls that the far end of ours took. */
    public long callsTaken;
    /** Registrations granted, refreshes included. */
    public long registrations;
    /** Calls and registrations under way. */
    public long open;
    /** Full frames sent again. */
    public long retransmitted;
    /** Frames sent, those before and after measuring included. */
    public long framesSent;
    /** Marked frames received, in all. */
    public long framesReceived;
    /** Frames sent that count. */
    public long measuredSent;
    /** Datagrams nobody here expects. */
    public long unexpected;
    /** Media frames without our mark. */
    public long unmarked;

    private final Map<String, Long> failures = new TreeMap<>();

    Tally() {}

    /** Counts something that failed. */
    void failed(String why) {
        failures.merge(why, 1L, Long::sum);
    }

    /** {@return why calls and registrations failed, and how many for each reason} */
    public Map<String, Long> failures() {
        return failures;
    }

    /** {@return calls and registrations that failed} */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
