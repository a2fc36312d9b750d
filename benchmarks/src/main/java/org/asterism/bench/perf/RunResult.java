package org.asterism.bench.perf;

import java.util.ArrayList;
import java.util.List;
import org.asterism.bench.perf.client.Tally;
import org.asterism.bench.perf.stats.EModel;
import org.asterism.bench.perf.stats.Latency;
import org.asterism.bench.perf.stats.MediaStream;

/**
 * What a run has shown.
 *
 * @param options       what was asked for
 * @param tally         counters and distributions
 * @param streams       one for each direction of each call
 * @param seconds       how it went
 * @param heldFromMs    when measuring began, in ms since 1970
 * @param heldNs        how long was measured
 * @param serverCpuNs   CPU time of the server meanwhile, -1 if unknown
 * @param ownCpuNs      CPU time of the generator's thread meanwhile
 * @param latestNs      how late the generator was at worst while measuring
 * @param ramp          how it came up
 * @param atStart       counters when measuring began
 * @param atEnd         counters when it ended
 * @param refusedByOwnSystem datagrams our own system did not send
 */
record RunResult(
        PerfOptions options,
        Tally tally,
        List<MediaStream> streams,
        List<Second> seconds,
        long heldFromMs,
        long heldNs,
        long serverCpuNs,
        long ownCpuNs,
        long latestNs,
        Ramp ramp,
        Counts atStart,
        Counts atEnd,
        long refusedByOwnSystem) {
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;
    private static final double US_PER_NS = 1e-3;
    private static final double PERCENT = 100;
    private static final double WORST = 0.05;

    /** Counters at one moment. */
    record Counts(long answered, long registered, long failed, long dropped) {
        static Counts of(Tally tally) {
            return new Counts(tally.callsAnswered, tally.registrations, tally.failed(), tally.callsDropped);
        }
    }

    /**
     * Until everything that was to be there was there.
     *
     * @param ns          how long it took
     * @param serverCpuNs CPU time of the server meanwhile, -1 if unknown
     * @param ownCpuNs    CPU time of the generator's thread meanwhile
     * @param atEnd       counters then
     */
    record Ramp(long ns, long serverCpuNs, long ownCpuNs, Counts atEnd) {
        static final Ramp NONE = new Ramp(0, -1, 0, new Counts(0, 0, 0, 0));

        double registrationsPerSecond() {
            return ns == 0 ? 0 : atEnd.registered * NS_PER_S / ns;
        }

        /** {@return CPU time of the server for each registration, in µs; NaN if unknown} */
        double cpuPerRegistrationUs() {
            return per(serverCpuNs, atEnd.registered);
        }

        /** {@return share of its core that the generator used} */
        double ownCores() {
            return ns == 0 ? 0 : (double) ownCpuNs / ns;
        }
    }

    long framesSent() {
        return streams.stream().mapToLong(MediaStream::sent).sum();
    }

    long framesReceived() {
        return streams.stream().mapToLong(MediaStream::received).sum();
    }

    long framesLost() {
        return streams.stream().mapToLong(MediaStream::lost).sum();
    }

    long duplicates() {
        return streams.stream().mapToLong(MediaStream::duplicates).sum();
    }

    long reordered() {
        return streams.stream().mapToLong(MediaStream::reordered).sum();
    }

    /** {@return 0 to 100} */
    double lossPercent() {
        return framesSent() == 0 ? 0 : PERCENT * framesLost() / framesSent();
    }

    /** {@return calls and registrations that failed or were dropped, of a hundred} */
    double failedPercent() {
        long failed = tally.failed() + tally.callsDropped;
        long begun = Math.max(tally.callsBegun + tally.registrations, failed);
        return begun == 0 ? 0 : PERCENT * failed / begun;
    }

    /** {@return RFC 3550 jitter of the streams} */
    Latency jitter() {
        Latency jitter = new Latency();
        streams.stream()
                .filter(stream -> stream.received() > 0)
                .forEach(stream -> jitter.record((long) stream.jitterNs()));
        return jitter;
    }

    /** {@return the estimated scores of all streams, worst first} */
    List<Double> scores() {
        EModel model = EModel.of(options.codec);
        boolean thereAndBack = options.scenario == Scenario.ECHO;
        List<Double> scores = new ArrayList<>();
        for (MediaStream stream : streams) {
            if (stream.sent() > 0) {
                double networkMs = stream.meanDelayNs() / NS_PER_MS / (thereAndBack ? 2 : 1);
                scores.add(model.mos(networkMs, stream.jitterNs() / NS_PER_MS, options.frameMs, stream.lossRatio()));
            }
        }
        scores.sort(null);
        return scores;
    }

    /** {@return the score that only a twentieth of the streams is below; NaN without streams} */
    double worstScore() {
        return quantile(WORST);
    }

    /** {@return the median score; NaN without streams} */
    double medianScore() {
        return quantile(0.5);
    }

    private double quantile(double share) {
        List<Double> scores = scores();
        return scores.isEmpty() ? Double.NaN : scores.get((int) (share * (scores.size() - 1)));
    }

    double heldSeconds() {
        return heldNs / NS_PER_S;
    }

    /** {@return cores the server used; NaN if unknown} */
    double serverCores() {
        return serverCpuNs < 0 ? Double.NaN : (double) serverCpuNs / heldNs;
    }

    /** {@return share of its core that the generator used} */
    double ownCores() {
        return heldNs == 0 ? 0 : (double) ownCpuNs / heldNs;
    }

    /** {@return CPU time of the server for each frame sent to it, in µs; NaN if unknown} */
    double cpuPerFrameUs() {
        return each(framesSent());
    }

    /** {@return the same for each call answered while measuring, where there are some} */
    double cpuPerCallUs() {
        return each(atEnd.answered - atStart.answered);
    }

    /** {@return the same for each registration} */
    double cpuPerRegistrationUs() {
        return each(atEnd.registered - atStart.registered);
    }

    /** Of a mixture, no kind of load can be told what it cost. */
    private double each(long operations) {
        return options.scenario == Scenario.MIXED ? Double.NaN : per(serverCpuNs, operations);
    }

    private static double per(long cpuNs, long operations) {
        return cpuNs < 0 || operations == 0 ? Double.NaN : cpuNs * US_PER_NS / operations;
    }
}
