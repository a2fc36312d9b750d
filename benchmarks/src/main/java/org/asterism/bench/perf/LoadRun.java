package org.asterism.bench.perf;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.asterism.bench.perf.client.Exchange;
import org.asterism.bench.perf.client.Population;
import org.asterism.bench.perf.client.Tally;
import org.asterism.bench.perf.net.ArrivalWait;
import org.asterism.bench.perf.net.LoadSocket;
import org.asterism.bench.perf.net.WallClock;
import org.asterism.bench.perf.stats.ServerCpu;
import org.jspecify.annotations.Nullable;

/** One run: turns the exchange each millisecond, from the first call to the last, and takes notes each second. */
final class LoadRun {
    private static final long NS_PER_MS = 1_000_000;
    private static final long NS_PER_SECOND = 1_000_000_000;
    /** From this many datagrams in a millisecond on it is cheaper to look once in each. */
    private static final int BUSY = 4;

    private static final long RAMP_LIMIT_NS = 60 * NS_PER_SECOND;
    private static final int INTERRUPTED_SECONDS = 5;
    private static final long DRAIN_NS = NS_PER_SECOND / 2;
    private static final long RAMP_DOWN_LIMIT_NS = 60 * NS_PER_SECOND;

    private final PerfOptions options;
    private final Exchange exchange;
    private final Population population;
    private final List<LoadSocket> sockets;
    private final ArrivalWait wait;
    private final WallClock wallClock;
    private final @Nullable ServerCpu server;
    private final Consumer<Second> watcher;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Second> seconds = new ArrayList<>();

    private Phase phase = Phase.RAMP;
    private long beganNs;
    private long phaseNs;
    private int rebindings;
    private volatile boolean interrupted;
    private final CountDownLatch over = new CountDownLatch(1);

    // The last second.
    private long secondNs;
    private long lastSent;
    private long lastReceived;
    private long lastCalls;
    private long lastRegistrations;
    private long lastOwnCpuNs;
    private ServerCpu.Reading lastServer = new ServerCpu.Reading(0, 0);

    // What is measured.
    private ServerCpu.Reading rampServer = lastServer;
    private long rampOwnCpuNs;
    private RunResult.Ramp ramp = RunResult.Ramp.NONE;
    private RunResult.Counts atStart = new RunResult.Counts(0, 0, 0, 0);
    private RunResult.Counts atEnd = atStart;
    private long holdNs;
    private long heldFromMs;
    private long heldNs;
    private long holdOwnCpuNs;
    private long ownCpuNs;
    private ServerCpu.Reading holdServer = lastServer;
    private long serverCpuNs = -1;
    private long latestNs;

    LoadRun(
            PerfOptions options,
            Exchange exchange,
            Population population,
            List<LoadSocket> sockets,
            WallClock wallClock,
            @Nullable ServerCpu server,
            Consumer<Second> watcher) {
        this.options = options;
        this.exchange = exchange;
        this.population = population;
        this.sockets = sockets;
        this.wait = new ArrivalWait(sockets);
        this.wallClock = wallClock;
        this.server = server;
        this.watcher = watcher;
    }

    /** Ends the run early, in order, and waits until it has: for somebody who presses Ctrl-C. Any thread. */
    void interruptAndWait() {
        interrupted = true;
        try {
            boolean _ = over.await(INTERRUPTED_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs on the calling thread until everything is over. */
    RunResult run() {
        beganNs = System.nanoTime();
        phaseNs = beganNs;
        secondNs = beganNs;
        lastOwnCpuNs = threads.getCurrentThreadCpuTime();
        if (server != null) {
            lastServer = server.read();
        }
        rampServer = lastServer;
        rampOwnCpuNs = lastOwnCpuNs;
        long busyNs = beganNs;
        int arrivals = 0;
        while (phase != Phase.DONE) {
            long nowNs = System.nanoTime();
            arrivals += exchange.receive(nowNs);
            nowNs = System.nanoTime();
            rebind(nowNs);
            population.step(nowNs, phase == Phase.RAMP_DOWN);
            exchange.tick(nowNs);
            exchange.flush();
            advance(nowNs);
            if (nowNs - secondNs >= NS_PER_SECOND) {
                note(nowNs);
            }
            long nextNs = (nowNs / NS_PER_MS + 1) * NS_PER_MS;
            long restNs = nextNs - System.nanoTime();
            if (arrivals >= BUSY && restNs > 0) {
                LockSupport.parkNanos(restNs);
            } else {
                wait.await(restNs);
            }
            if (nextNs != busyNs) {
                busyNs = nextNs;
                arrivals = 0;
            }
        }
        over.countDown();
        long refused = sockets.stream().mapToLong(LoadSocket::refused).sum();
        return new RunResult(
                options,
                exchange.tally(),
                exchange.streams(),
                seconds,
                heldFromMs,
                heldNs,
                serverCpuNs,
                ownCpuNs,
                latestNs,
                ramp,
                atStart,
                atEnd,
                refused);
    }

    private void rebind(long nowNs) {
        if (options.rebindSeconds > 0) {
            int generation = (int) ((nowNs - beganNs) / NS_PER_SECOND / options.rebindSeconds);
            if (generation != rebindings) {
                rebindings = generation;
                population.rebind(generation);
            }
        }
    }

    /** The one place where the run goes on to its next part. */
    private void advance(long nowNs) {
        long inPhaseNs = nowNs - phaseNs;
        switch (phase) {
            case RAMP -> {
                if (interrupted || (population.ready() && exchange.tally().open == 0 && !comesAndGoes())) {
                    enter(Phase.RAMP_DOWN, nowNs);
                } else if (population.ready() || inPhaseNs > rampLimitNs()) {
                    endRamp(inPhaseNs);
                    enter(Phase.WARM_UP, nowNs);
                }
            }
            case WARM_UP -> {
                if (interrupted) {
                    enter(Phase.RAMP_DOWN, nowNs);
                } else if (inPhaseNs >= options.warmUpSeconds * NS_PER_SECOND) {
                    beginMeasuring();
                    enter(Phase.HOLD, System.nanoTime());
                }
            }
            case HOLD -> {
                if (interrupted || inPhaseNs >= options.durationSeconds * NS_PER_SECOND) {
                    endMeasuring();
                    enter(Phase.DRAIN, nowNs);
                }
            }
            case DRAIN -> {
                if (inPhaseNs >= DRAIN_NS) {
                    enter(Phase.RAMP_DOWN, nowNs);
                }
            }
            case RAMP_DOWN -> {
                if (population.finished()
                        || inPhaseNs > RAMP_DOWN_LIMIT_NS
                        || (interrupted && inPhaseNs > INTERRUPTED_SECONDS * NS_PER_SECOND)) {
                    enter(Phase.DONE, nowNs);
                }
            }
            case DONE -> {}
        }
    }

    /** Whether nothing need be open at the end of the ramp. */
    private boolean comesAndGoes() {
        return options.scenario == Scenario.CPS
                || options.scenario == Scenario.REGISTER
                || options.scenario == Scenario.MIXED;
    }

    private long rampLimitNs() {
        return RAMP_LIMIT_NS + (long) (Math.max(options.calls, options.users) / options.rate * NS_PER_SECOND);
    }

    private void enter(Phase next, long nowNs) {
        phase = next;
        phaseNs = nowNs;
    }

    private void endRamp(long lastedNs) {
        ramp = new RunResult.Ramp(
                lastedNs,
                server == null ? -1 : server.read().since(rampServer),
                threads.getCurrentThreadCpuTime() - rampOwnCpuNs,
                RunResult.Counts.of(exchange.tally()));
    }

    private void beginMeasuring() {
        if (server != null) {
            holdServer = server.read();
        }
        exchange.takeLatenessNs();
        latestNs = 0;
        atStart = RunResult.Counts.of(exchange.tally());
        holdOwnCpuNs = threads.getCurrentThreadCpuTime();
        holdNs = System.nanoTime();
        heldFromMs = System.currentTimeMillis();
        exchange.measuring(true);
    }

    private void endMeasuring() {
        exchange.measuring(false);
        heldNs = System.nanoTime() - holdNs;
        ownCpuNs = threads.getCurrentThreadCpuTime() - holdOwnCpuNs;
        latestNs = Math.max(latestNs, exchange.takeLatenessNs());
        atEnd = RunResult.Counts.of(exchange.tally());
        if (server != null) {
            serverCpuNs = server.read().since(holdServer);
        }
    }

    private void note(long nowNs) {
        Tally tally = exchange.tally();
        double span = (double) (nowNs - secondNs) / NS_PER_SECOND;
        long cpuNs = threads.getCurrentThreadCpuTime();
        ServerCpu.Reading reading = server == null ? lastServer : server.readTicks();
        double serverCores = server == null ? Double.NaN : reading.since(lastServer) / (span * NS_PER_SECOND);
        long latenessNs = exchange.takeLatenessNs();
        if (phase == Phase.HOLD) {
            latestNs = Math.max(latestNs, latenessNs);
        }
        Second second = new Second(
                (double) (nowNs - beganNs) / NS_PER_SECOND,
                phase,
                tally.open,
                tally.failed(),
                (tally.callsAnswered - lastCalls) / span,
                (tally.registrations - lastRegistrations) / span,
                (tally.framesSent - lastSent) / span,
                (tally.framesReceived - lastReceived) / span,
                tally.recentFrames.ms(50),
                tally.recentFrames.ms(99),
                tally.recentFrames.maxMs(),
                serverCores,
                (cpuNs - lastOwnCpuNs) / (span * NS_PER_SECOND),
                (double) latenessNs / NS_PER_MS);
        seconds.add(second);
        watcher.accept(second);
        tally.recentFrames.reset();
        wallClock.synchronize();
        secondNs = nowNs;
        lastSent = tally.framesSent;
        lastReceived = tally.framesReceived;
        lastCalls = tally.callsAnswered;
        lastRegistrations = tally.registrations;
        lastOwnCpuNs = cpuNs;
        lastServer = reading;
    }
}
