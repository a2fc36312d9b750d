package org.asterism.core.net;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asterism.core.time.MillisClock;
import org.asterism.core.time.Timer;
import org.asterism.core.time.TimerWheel;
import org.jspecify.annotations.Nullable;

/**
 * One shard of the switch: a thread that owns sockets, timers and everything their handlers keep, so that none of it needs a lock.
 * Each round takes a batch of datagrams from every socket, runs commands from other threads, lets timers expire, and sends what all
 * of them queued; then the loop naps or sleeps as its {@link WaitMode} says. Nothing that runs here may block.
 *
 * <p>What a handler, command or timer throws is counted and logged, at most once a minute for each kind; the loop goes on.
 *
 * <p>A loop is {@linkplain #start started}, or {@linkplain #turn turned} by hand: then the caller's thread is the loop's.
 */
public final class EventLoop implements Executor, AutoCloseable {

    /** So that a flood of commands does not starve the sockets. */
    private static final int COMMANDS_PER_ROUND = 256;
    /** So that a round that always fails does not take the whole core. */
    private static final long AFTER_FAILURE_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String name;
    private final DatagramSelector selector;
    private final MillisClock clock;
    private final WaitMode mode;
    private final LoopPacing pacing;
    private final TimerWheel timers;
    private final LoopErrors errors;
    private final LoopCommands commands;
    private final LoopSockets sockets;
    private final LoopWatch watch;

    private long nowMs;
    private int datagramsSincePause;
    private int patientSincePause;
    private long sleptNs;
    private boolean commandsLeft;

    private volatile @Nullable Thread thread;
    private volatile boolean closing;

    /**
     * Creates a loop that is not running yet.
     *
     * @param name     of its thread and in log lines, such as {@code iax2-0}
     * @param selector where it sleeps; the loop closes it
     * @param clock    what its timers go by
     * @param mode     how it waits
     */
    public EventLoop(String name, DatagramSelector selector, MillisClock clock, WaitMode mode) {
        this(name, selector, clock, mode, LoopPacing.DEFAULT_TICK_NS);
    }

    /**
     * Creates a loop that is not running yet.
     *
     * @param name     of its thread and in log lines, such as {@code iax2-0}
     * @param selector where it sleeps; the loop closes it
     * @param clock    what its timers go by
     * @param mode     how it waits
     * @param tickNs   the tick of {@link WaitMode#TICK} and {@link WaitMode#ADAPTIVE}, in ns
     */
    public EventLoop(String name, DatagramSelector selector, MillisClock clock, WaitMode mode, long tickNs) {
        this.name = name;
        this.selector = selector;
        this.clock = clock;
        this.mode = mode;
        this.pacing = new LoopPacing(mode, tickNs, System.nanoTime());
        this.errors = new LoopErrors(name, clock);
        this.watch = new LoopWatch(name);
        this.sockets = new LoopSockets(selector, errors);
        this.commands = new LoopCommands(selector);
        this.nowMs = clock.nowMs();
        this.timers = new TimerWheel(nowMs);
    }

    /**
     * Binds a socket. Loop's thread, or any thread before the start.
     *
     * @param settings address and options
     * @param handler  gets its datagrams
     * @return the transport to send with
     * @throws IOException if the address cannot be bound
     */
    public DatagramTransport bind(SocketSettings settings, DatagramHandler handler) throws IOException {
        return sockets.bind(settings, handler);
    }

    /**
     * Closes a socket. Loop's thread, or any thread before the start.
     *
     * @param transport one that {@link #bind} returned
     */
    public void unbind(DatagramTransport transport) {
        sockets.unbind(transport);
    }

    /** Starts the loop's thread. */
    public void start() {
        Thread runner = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread = runner;
        runner.start();
    }

    /**
     * Whether the caller may touch what the loop owns.
     *
     * @return true on the loop's thread, and while no thread has been started
     */
    public boolean inLoop() {
        Thread runner = thread;
        return runner == null || runner.equals(Thread.currentThread());
    }

    /**
     * The time of this round. Loop's thread.
     *
     * @return ms of the loop's clock
     */
    public long nowMs() {
        return nowMs;
    }

    /**
     * The loop's timers. Loop's thread.
     *
     * @return the wheel
     */
    public TimerWheel timers() {
        return timers;
    }

    /**
     * Schedules a timer from the time of this round. Loop's thread.
     *
     * @param timer   moved if it is waiting already
     * @param delayMs how long from now, in ms
     */
    public void schedule(Timer timer, long delayMs) {
        timers.schedule(timer, nowMs + delayMs);
    }

    /**
     * Runs a command in the loop, after those given before it. Any thread. A command given while the loop is being closed may be
     * left undone.
     *
     * @param command must not block
     * @throws RejectedExecutionException if the loop is closed or too many commands are waiting
     */
    @Override
    public void execute(Runnable command) {
        if (closing || !commands.offer(command)) {
            commands.countRejected();
            throw new RejectedExecutionException(
                    name + (closing ? " is closed" : " has " + LoopCommands.CAPACITY + " commands waiting"));
        }
    }

    /**
     * Asks something that only the loop may look at. Any thread; on the loop's own it is answered at once.
     *
     * @param question must not block
     * @param <T>      type of the answer
     * @return the answer, or what asking threw
     */
    public <T extends @Nullable Object> CompletableFuture<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable command = () -> {
            try {
                answer.complete(question.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        };
        if (inLoop()) {
            command.run();
        } else {
            execute(command);
        }
        return answer;
    }

    /**
     * One round without waiting: for loops that are turned by hand.
     *
     * @return how much there was to do: datagrams, commands and timers
     */
    public int turn() {
        nowMs = clock.nowMs();
        int datagrams = sockets.receive();
        datagramsSincePause += datagrams;
        int ran = runCommands();
        int expired = expireTimers();
        sockets.flush();
        return datagrams + ran + expired;
    }

    /**
     * The datagram that is being handled can wait: whoever sent it does not mind a few ms. Where nothing else comes the loop gathers
     * more of them before it looks. Loop's thread.
     */
    public void canWait() {
        patientSincePause++;
    }

    /**
     * When a loop that is turned by hand wants its next turn, apart from datagrams and commands.
     *
     * @return ms of its clock, {@link TimerWheel#NO_DEADLINE} if no timer waits
     */
    public long nextDeadlineMs() {
        return timers.nextDeadlineMs();
    }

    /**
     * How many handlers, commands and timers have failed. Any thread.
     *
     * @return the count
     */
    public long errors() {
        return errors.count();
    }

    /**
     * How many commands were refused. Any thread.
     *
     * @return the count
     */
    public long rejectedCommands() {
        return commands.rejected();
    }

    /** Runs the commands that are waiting, sends what is queued, closes the sockets and ends the thread. Any thread; waits. */
    @Override
    public void close() {
        boolean again = closing;
        closing = true;
        Thread runner = thread;
        if (runner == null) {
            if (!again) {
                finish();
            }
            return;
        }
        selector.wakeup();
        if (!runner.equals(Thread.currentThread())) {
            join(runner);
        }
    }

    private void run() {
        while (!closing) {
            try {
                watch.begin();
                turn();
                watch.worked();
                if (!sockets.hasBacklog() && !commandsLeft && !closing) {
                    pause();
                }
            } catch (Throwable e) {
                errors.record("a round", e);
                LockSupport.parkNanos(AFTER_FAILURE_NS);
            }
        }
        finish();
    }

    private void finish() {
        commands.end(() -> {
            do {
                turn();
            } while (commandsLeft);
        });
        sockets.close();
    }

    private int runCommands() {
        int ran = 0;
        commandsLeft = false;
        while (ran < COMMANDS_PER_ROUND) {
            Runnable command = commands.poll();
            if (command == null) {
                return ran;
            }
            ran++;
            try {
                command.run();
            } catch (Throwable e) {
                errors.record("a command", e);
            }
        }
        commandsLeft = true;
        return ran;
    }

    private int expireTimers() {
        if (timers.size() == 0) {
            return 0;
        }
        nowMs = clock.nowMs();
        try {
            return timers.advance(nowMs);
        } catch (Throwable e) {
            errors.record("a timer", e);
            return 1;
        }
    }

    private void pause() {
        int datagrams = datagramsSincePause;
        int patient = patientSincePause;
        datagramsSincePause = 0;
        patientSincePause = 0;
        if (mode == WaitMode.SPINNING) {
            Thread.onSpinWait();
            return;
        }
        long nowNs = System.nanoTime();
        long napNs = pacing.napNs(datagrams, patient, sleptNs, nowNs);
        if (napNs > 0) {
            watch.begin();
            selector.nap(napNs);
            watch.napped(napNs);
            sleptNs = 0;
        } else {
            sleep();
            sleptNs = System.nanoTime() - nowNs;
        }
    }

    private void sleep() {
        long deadlineMs = timers.nextDeadlineMs();
        commands.sleep(
                deadlineMs == TimerWheel.NO_DEADLINE
                        ? DatagramSelector.FOREVER
                        : Math.max(0, deadlineMs - clock.nowMs()));
    }

    private static void join(Thread runner) {
        boolean interrupted = false;
        while (true) {
            try {
                runner.join(TimeUnit.SECONDS.toMillis(10));
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
