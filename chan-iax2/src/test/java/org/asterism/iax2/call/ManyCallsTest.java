package org.asterism.iax2.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asterism.core.media.Format;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.core.time.Timer;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.ControlCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of all kinds over a network that loses, doubles and reorders: none may get stuck, nothing may be left over. */
class ManyCallsTest {
    private static final String USERS = """
        [general]
        maxauthreq=0
        [alice]
        type=user
        secret=s3cret
        context=default
        [guest]
        type=user
        context=default
        """;

    private final List<Diary> open = new ArrayList<>();
    private int ended;

    /** Ends its call by itself after a while, unless the far end does first. */
    private final class Caller extends Diary {
        private final Random random;

        Caller(Random random) {
            this.random = random;
            open.add(this);
        }

        @Override
        public void onAccepted(Call call) {
            if (random.nextBoolean()) {
                call.media().play(new Audio(Format.ULAW, 20), 1);
            }
            later(call, 50 + random.nextInt(3000), () -> hangup(call));
        }

        @Override
        public void onEnded(Call call, int cause, String why) {
            gone();
        }

        private void hangup(Call call) {
            if (call.isAlive()) {
                call.hangup(16);
                gone();
            }
        }

        private void gone() {
            ended++;
            open.remove(this);
        }
    }

    private static void later(Call call, int delayMs, Runnable action) {
        call.dialog()
                .shard()
                .loop()
                .schedule(
                        new Timer() {
                            @Override
                            protected void expire(long nowMs) {
                                action.run();
                            }
                        },
                        delayMs);
    }

    private static CallObserver answer(Call call, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> call.signals().send(ControlCommand.BUSY, null);
            case 1 -> later(call, random.nextInt(2000), () -> call.hangup(16));
            default -> {
                call.signals().send(ControlCommand.RINGING, null);
                later(call, random.nextInt(500), call::answer);
                later(call, random.nextInt(500), () -> call.signals().sendText("hello"));
            }
        }
        return new Diary();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void shouldLeaveNothingBehind(long seed) {
        Random random = new Random(seed);
        MemoryNetwork network = new MemoryNetwork(seed);
        Party caller = new Party(network, "127.0.0.1", seed);
        Party callee = new Party(network, "127.0.0.2", seed + 1);
        callee.configure(USERS);
        callee.answerer = (call, accepted) -> answer(call, random);
        network.setConditions(new LinkConditions(0.1, 0.05, 0.1, 5, 40));
        int calls = 2500;
        for (int i = 0; i < calls; i++) {
            String user = random.nextInt(3) == 0 ? "guest" : "alice";
            Credentials credentials = Credentials.secret(random.nextInt(10) == 0 ? "wrong" : "s3cret");
            String extension = random.nextInt(10) == 0 ? "4711" : "600";
            Caller diary = new Caller(random);
            Call call = caller.call(callee, Party.request(extension, user, credentials), diary);
            if (random.nextInt(10) == 0) {
                later(call, random.nextInt(400), () -> diary.hangup(call));
            }
            network.run(random.nextInt(40));
        }
        network.run(200_000);

        assertThat(open).as("seed %d: calls that hang", seed).isEmpty();
        assertThat(ended).isEqualTo(calls);
        for (Party party : List.of(caller, callee)) {
            assertThat(party.shard.dialogs()).isZero();
            assertThat(party.shard.limits().nonvalidated()).isZero();
            assertThat(party.shard.limits().count(caller.address)).isZero();
            assertThat(party.shard.sockets().getFirst().transport().peers().size())
                    .isZero();
            assertThat(party.shard.loop().errors()).isZero();
            assertThat(party.shard.timers().size()).isZero();
        }
    }

    @Test
    void shouldGiveEveryWaitingStateADeadline() {
        for (CallState state : CallState.values()) {
            boolean waits = switch (state) {
                case INITIAL, LINKED, UP, ENDED -> false;
                default -> true;
            };
            assertThat(CallTransitions.deadlineMs(state) > 0).as("%s", state).isEqualTo(waits);
            assertThat(CallTransitions.next(state, CallEvent.END)).isEqualTo(CallState.ENDED);
        }
    }
}
