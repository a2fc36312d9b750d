package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.core.testing.Eventually;
import org.asterism.core.time.MillisClock;
import org.asterism.core.time.Timer;
import org.asterism.core.time.TimerWheel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(180)
class EventLoopTest {

    private static final SocketSettings ANY_PORT = SocketSettings.bind(PeerAddress.of("127.0.0.1", 0));
    private static final DatagramHandler NOBODY = _ -> {};

    private final EventLoop loop = newLoop(WaitMode.BLOCKING);

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @ParameterizedTest
    @EnumSource(WaitMode.class)
    void shouldHandleDatagramsHoweverItWaits(WaitMode mode) throws Exception {
        try (EventLoop echo = newLoop(mode);
                EventLoop caller = newLoop(WaitMode.ADAPTIVE)) {
            DatagramTransport[] echoSocket = new DatagramTransport[1];
            echoSocket[0] = echo.bind(
                    ANY_PORT, datagram -> echoSocket[0].relay(datagram, 0, datagram.length(), datagram.source()));
            Semaphore answers = new Semaphore(0);
            DatagramTransport socket = caller.bind(ANY_PORT, _ -> answers.release());
            echo.start();
            caller.start();
            for (int burst = 0; burst < 50; burst++) {
                caller.execute(() -> {
                    for (int i = 0; i < 10; i++) {
                        socket.send(socket.claim(), 20, echoSocket[0].localAddress());
                    }
                });
                assertThat(answers.tryAcquire(10, 60, TimeUnit.SECONDS))
                        .as("answers to burst %d", burst)
                        .isTrue();
            }
        }
    }

    @Test
    void shouldRunEveryCommandOfEachThreadInItsOrder() throws Exception {
        loop.start();
        List<Integer> order = new ArrayList<>();
        List<Future<?>> pending = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int thread = 0; thread < 3; thread++) {
                int first = thread * 1_000_000;
                pending.add(pool.submit(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        int number = first + i;
                        // Waiting now and then lets the loop fall asleep between commands.
                        if (i % 100 == 0) {
                            loop.ask(() -> order.add(number)).join();
                        } else {
                            loop.execute(() -> order.add(number));
                        }
                    }
                }));
            }
            for (Future<?> done : pending) {
                done.get();
            }
        }
        assertThat(loop.ask(order::size).get()).isEqualTo(60_000);
        for (int thread = 0; thread < 3; thread++) {
            int first = thread * 1_000_000;
            assertThat(order.stream().filter(n -> n >= first && n < first + 1_000_000))
                    .isSorted();
        }
    }

    @Test
    void shouldKnowItsOwnThread() throws Exception {
        assertThat(loop.inLoop()).isTrue();
        loop.start();
        assertThat(loop.inLoop()).isFalse();
        assertThat(loop.ask(loop::inLoop).get()).isTrue();
        assertThat(loop.ask(() -> loop.ask(() -> 5).isDone()).get()).isTrue();
    }

    @Test
    void shouldExpireTimersWhileItSleeps() throws Exception {
        loop.start();
        CompletableFuture<Long> expired = new CompletableFuture<>();
        Timer timer = new Timer() {
            @Override
            protected void expire(long nowMs) {
                expired.complete(nowMs);
            }
        };
        long deadlineMs = loop.ask(() -> {
                    loop.schedule(timer, 30);
                    return timer.deadlineMs();
                })
                .get();
        assertThat(expired.get()).isGreaterThanOrEqualTo(deadlineMs);
    }

    @Test
    void shouldSurviveWhatHandlersCommandsAndTimersThrow() throws Exception {
        CountDownLatch handled = new CountDownLatch(3);
        DatagramTransport socket = loop.bind(ANY_PORT, _ -> {
            handled.countDown();
            throw new IllegalStateException("expected");
        });
        loop.start();
        loop.execute(() -> {
            throw new AssertionError("expected");
        });
        loop.execute(() -> loop.schedule(
                new Timer() {
                    @Override
                    protected void expire(long nowMs) {
                        throw new StackOverflowError("expected");
                    }
                },
                0));
        loop.execute(() -> {
            for (int i = 0; i < 3; i++) {
                socket.send(socket.claim(), 20, socket.localAddress());
            }
        });
        handled.await();

        assertThat(loop.ask(loop::errors).get()).isEqualTo(5);
        assertThatThrownBy(() -> loop.ask(() -> {
                            throw new IOException("no answer");
                        })
                        .get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("no answer");
    }

    @Test
    void shouldRefuseCommandsBeyondItsBoundAndCountThem() {
        int accepted = 0;
        try {
            while (true) {
                loop.execute(() -> {});
                accepted++;
            }
        } catch (RejectedExecutionException e) {
            assertThat(e).hasMessageContaining("commands waiting");
        }
        assertThat(accepted).isEqualTo(1 << 15);
        assertThat(loop.rejectedCommands()).isOne();
        assertThat(loop.turn()).isPositive();
    }

    @Test
    void shouldRunWhatWasAcceptedWhenItClosesAndNothingAfterwards() throws Exception {
        DatagramTransport socket = loop.bind(ANY_PORT, NOBODY);
        List<String> ran = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            loop.execute(() -> ran.add("command"));
        }
        loop.execute(() -> socket.send(socket.claim(), 20, socket.localAddress()));
        loop.start();
        loop.close();
        loop.close();

        assertThat(ran).hasSize(1000);
        assertThat(socket.counters().sent()).isOne();
        assertThatThrownBy(() -> loop.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("closed");
    }

    /** Who is told that a command was accepted may wait for it without end. */
    @Test
    void shouldRunEveryCommandThatIsAcceptedWhileItCloses() throws Exception {
        for (int i = 0; i < 200; i++) {
            EventLoop ending = newLoop(WaitMode.BLOCKING);
            ending.start();
            AtomicInteger ran = new AtomicInteger();
            CompletableFuture<Integer> accepted = new CompletableFuture<>();
            Thread.ofPlatform().start(() -> {
                int count = 0;
                try {
                    while (true) {
                        ending.execute(ran::incrementAndGet);
                        count++;
                        Thread.onSpinWait();
                    }
                } catch (RejectedExecutionException _) {
                    accepted.complete(count);
                }
            });
            Eventually.await("commands run", () -> ran.get() > 0);
            ending.close();
            assertThat(accepted.get()).isEqualTo(ran.get());
        }
    }

    @Test
    void shouldBindAndUnbindWhileRunning() throws Exception {
        loop.start();
        CompletableFuture<Integer> length = new CompletableFuture<>();
        // Of an address of our own: nobody else gets the port in between.
        SocketSettings own = SocketSettings.bind(PeerAddress.of("127.83.1.1", 0));
        DatagramTransport socket = loop.ask(() -> loop.bind(own, datagram -> length.complete(datagram.length())))
                .get();
        loop.execute(() -> socket.send(socket.claim(), 33, socket.localAddress()));
        assertThat(length.get()).isEqualTo(33);

        PeerAddress address = socket.localAddress();
        loop.ask(() -> {
                    loop.unbind(socket);
                    return true;
                })
                .get();
        assertThat(loop.ask(() -> loop.bind(SocketSettings.bind(address), NOBODY))
                        .get())
                .isNotNull();
    }

    @Test
    void shouldTellAHandTurnedLoopsNextDeadline() {
        assertThat(loop.nextDeadlineMs()).isEqualTo(TimerWheel.NO_DEADLINE);
        loop.schedule(
                new Timer() {
                    @Override
                    protected void expire(long nowMs) {
                        throw new AssertionError("too early");
                    }
                },
                100_000);
        assertThat(loop.nextDeadlineMs()).isBetween(loop.nowMs(), loop.nowMs() + 100_000);
        assertThat(loop.turn()).isZero();
    }

    private static EventLoop newLoop(WaitMode mode) {
        return new EventLoop("test-" + mode, TransportKind.AUTO.newSelector(), MillisClock.system(), mode);
    }
}
