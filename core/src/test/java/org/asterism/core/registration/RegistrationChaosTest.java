package org.asterism.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.asterism.core.testing.Seed;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever order: registered, waiting with a deadline, or stopped by policy; never faster than the floor. */
class RegistrationChaosTest {
    private static final int RUNS = 4000;
    private static final int STEPS = 500;

    @Test
    void noSequenceOfEventsLeadsAstray() {
        long seed = Seed.get();
        Set<RegistrationState> reached = EnumSet.noneOf(RegistrationState.class);
        for (int run = 0; run < RUNS; run++) {
            new Life(seed + run, reached).live();
        }
        assertThat(reached).containsExactlyInAnyOrder(RegistrationState.values());
    }

    /** One registration's life. */
    private static final class Life {
        private final long seed;
        private final Random random;
        private final Set<RegistrationState> reached;
        private final RegistrationMachine machine;
        private long now;
        private long lastRegister = -10_000;
        private long lastUnregister = -10_000;
        private int inAttempt;
        private int attempt;
        private boolean refused;

        Life(long seed, Set<RegistrationState> reached) {
            this.seed = seed;
            this.random = new Random(seed);
            this.reached = reached;
            this.machine = new RegistrationMachine(
                    policy(), random, random.nextBoolean() ? new RegistrationPacer(10, 3) : null);
            reached.add(machine.state());
            machine.start(0, random.nextInt(3000));
        }

        private RetryPolicy policy() {
            return RetryPolicy.DEFAULT
                    .draft()
                    .expirationSeconds(random.nextInt(4000))
                    .retryIntervalSeconds(random.nextInt(4) * 20L)
                    .forbiddenRetryIntervalSeconds(random.nextInt(3) * 30L)
                    .fatalRetryIntervalSeconds(random.nextInt(3) * 40L)
                    .maxRetries(random.nextInt(6) - 1)
                    .authRejectionPermanent(random.nextBoolean())
                    .maxRandomInitialDelaySeconds(random.nextInt(3) * 5L)
                    .backoff(random.nextBoolean())
                    .unsentRetrySeconds(random.nextInt(2) * 10L)
                    .refresh(random.nextBoolean() ? RefreshTiming.TEN_SECONDS_BEFORE_END : RefreshTiming.FIVE_SIXTHS)
                    .answerLimitSeconds(1 + random.nextInt(100))
                    .build();
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                RegistrationOrder order = event();
                sent(order);
                check(order);
                if (machine.state() == RegistrationState.REMOVED) {
                    return;
                }
            }
        }

        private RegistrationOrder event() {
            int dice = random.nextInt(100);
            if (dice < 30 && machine.deadlineMillis() != RegistrationMachine.NEVER) {
                now = Math.max(now, machine.deadlineMillis());
                return machine.tick(now);
            }
            if (dice < 40) {
                now += random.nextInt(2000);
                return machine.tick(now);
            }
            if (dice < 75) {
                now += random.nextInt(10) == 0 ? 32_000 : random.nextInt(3);
                RegistrationAnswer answer = answer();
                refused = machine.state().isInFlight() && answer.kind() != Kind.GRANTED;
                return machine.answer(now, answer);
            }
            if (dice < 90) {
                RegistrationFollowUp[] kinds = RegistrationFollowUp.values();
                return machine.followUp(now, kinds[random.nextInt(kinds.length)], answer());
            }
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> machine.register(now);
                case 3, 4, 5 -> machine.unregister(now);
                case 6 -> machine.remove(now);
                case 7, 8 -> {
                    machine.credentialsChanged(now);
                    yield RegistrationOrder.NOTHING;
                }
                case 9 -> {
                    machine.policy(policy());
                    yield RegistrationOrder.NOTHING;
                }
                default -> machine.connectionLost(now);
            };
        }

        private RegistrationAnswer answer() {
            Kind[] kinds = Kind.values();
            Kind kind = kinds[random.nextInt(kinds.length)];
            long[] times = {0, 0, 1, 5, 10, 11, 60, 3600, 4_294_967_295L};
            long time = times[random.nextInt(times.length)];
            return kind == Kind.GRANTED
                    ? RegistrationAnswer.granted(200, "OK", time)
                    : RegistrationAnswer.refused(kind, 400, "").retryAfter(random.nextInt(4) == 0 ? time : 0);
        }

        private void sent(RegistrationOrder order) {
            if (order == RegistrationOrder.NOTHING) {
                return;
            }
            if (attempt == machine.attempt()) {
                inAttempt++;
                require(inAttempt <= 40, "an attempt without end");
                return;
            }
            attempt = machine.attempt();
            inAttempt = 0;
            if (order == RegistrationOrder.REGISTER) {
                require(now - lastRegister >= RegistrationMachine.FLOOR_MILLIS, "REGISTER faster than the floor");
                lastRegister = now;
            } else {
                require(now - lastUnregister >= RegistrationMachine.FLOOR_MILLIS, "UNREGISTER faster than the floor");
                lastUnregister = now;
            }
        }

        private void check(RegistrationOrder order) {
            RegistrationState state = machine.state();
            reached.add(state);
            boolean finite = machine.deadlineMillis() != RegistrationMachine.NEVER;
            switch (state) {
                case REGISTERED ->
                    require(finite && machine.status() == RegistrationStatus.REGISTERED, "registered without renewal");
                case REJECTED -> {
                    require(!finite, "stopped with a deadline");
                    require(!machine.lastDecision().retries(), "stopped against the last decision");
                }
                case UNREGISTERED, REMOVED, IDLE -> require(order == RegistrationOrder.NOTHING, "sends at rest");
                default -> require(finite, "waits without a deadline");
            }
            require(order == RegistrationOrder.NOTHING || state.isInFlight(), "sent without waiting for an answer");
            require(!finite || machine.deadlineMillis() - now <= 5_000_000_000_000L, "waits too long");
            require(
                    machine.status() != RegistrationStatus.REGISTERED
                            || !refused
                            || state != RegistrationState.REJECTED,
                    "refused and yet registered");
        }

        private void require(boolean condition, String what) {
            if (!condition) {
                fail(what + ", -Dtest.seed=" + seed + ", " + machine.snapshot(now));
            }
        }
    }
}
