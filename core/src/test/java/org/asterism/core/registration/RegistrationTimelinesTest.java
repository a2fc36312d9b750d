package org.asterism.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sequences that Asterisk 22 was seen to send, and the choices of docs/differences.md. */
class RegistrationTimelinesTest {
    private static final RetryPolicy PROMPT =
            RetryPolicy.DEFAULT.draft().maxRandomInitialDelaySeconds(0).build();

    private static RegistrationAnswer refused(Kind kind, int code) {
        return RegistrationAnswer.refused(kind, code, "");
    }

    private static RegistrationAnswer granted(long seconds) {
        return RegistrationAnswer.granted(200, "OK", seconds);
    }

    private static Arguments failure(
            String what,
            UnaryOperator<RetryPolicyDraft> options,
            RegistrationAnswer answer,
            RegistrationRule last,
            long... seconds) {
        return Arguments.of(what, options.apply(PROMPT.draft()).build(), answer, last, seconds);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(
                        "500",
                        o -> o.retryIntervalSeconds(5).maxRetries(3),
                        refused(Kind.TEMPORARY, 500),
                        RegistrationRule.RETRIES_EXHAUSTED,
                        1,
                        6,
                        11,
                        16),
                failure("404, defaults", o -> o, refused(Kind.FATAL, 404), RegistrationRule.PERMANENT, 1),
                failure("403, defaults", o -> o, refused(Kind.FORBIDDEN, 403), RegistrationRule.PERMANENT, 1),
                failure("401, defaults", o -> o, refused(Kind.AUTH_REJECTED, 401), RegistrationRule.AUTH_PERMANENT, 1),
                failure(
                        "500, retry_interval=0",
                        o -> o.retryIntervalSeconds(0),
                        refused(Kind.TEMPORARY, 500),
                        RegistrationRule.PERMANENT,
                        1),
                failure(
                        "500, max_retries=0",
                        o -> o.maxRetries(0),
                        refused(Kind.TEMPORARY, 500),
                        RegistrationRule.RETRIES_EXHAUSTED,
                        1),
                failure(
                        "403, forbidden=3, max_retries=0",
                        o -> o.forbiddenRetryIntervalSeconds(3).maxRetries(0),
                        refused(Kind.FORBIDDEN, 403),
                        RegistrationRule.FATAL_EXHAUSTED,
                        1),
                failure(
                        "403, forbidden=6",
                        o -> o.forbiddenRetryIntervalSeconds(6).maxRetries(3),
                        refused(Kind.FORBIDDEN, 403),
                        RegistrationRule.FATAL_EXHAUSTED,
                        1,
                        7,
                        13,
                        19),
                failure(
                        "403, forbidden=4, fatal=9",
                        o -> o.forbiddenRetryIntervalSeconds(4)
                                .fatalRetryIntervalSeconds(9)
                                .maxRetries(2),
                        refused(Kind.FORBIDDEN, 403),
                        RegistrationRule.FATAL_EXHAUSTED,
                        1,
                        5,
                        9),
                failure(
                        "403, fatal=4",
                        o -> o.fatalRetryIntervalSeconds(4).maxRetries(2),
                        refused(Kind.FORBIDDEN, 403),
                        RegistrationRule.FATAL_EXHAUSTED,
                        1,
                        5,
                        9),
                failure(
                        "404, fatal=6",
                        o -> o.fatalRetryIntervalSeconds(6).maxRetries(3),
                        refused(Kind.FATAL, 404),
                        RegistrationRule.FATAL_EXHAUSTED,
                        1,
                        7,
                        13,
                        19),
                failure(
                        "404, forbidden=6 is not for it",
                        o -> o.forbiddenRetryIntervalSeconds(6),
                        refused(Kind.FATAL, 404),
                        RegistrationRule.PERMANENT,
                        1),
                failure(
                        "500, retry_interval=0, fatal=5",
                        o -> o.retryIntervalSeconds(0)
                                .fatalRetryIntervalSeconds(5)
                                .maxRetries(2),
                        refused(Kind.TEMPORARY, 500),
                        RegistrationRule.FATAL_EXHAUSTED,
                        1,
                        6,
                        11),
                failure(
                        "Retry-After: 0 is none",
                        o -> o.retryIntervalSeconds(6).maxRetries(2),
                        refused(Kind.TEMPORARY, 600).retryAfter(0),
                        RegistrationRule.RETRIES_EXHAUSTED,
                        1,
                        7,
                        13),
                failure(
                        "401, auth_rejection_permanent=no",
                        o -> o.authRejectionPermanent(false)
                                .retryIntervalSeconds(5)
                                .maxRetries(3),
                        refused(Kind.AUTH_REJECTED, 401),
                        RegistrationRule.RETRIES_EXHAUSTED,
                        1,
                        6,
                        11,
                        16),
                failure(
                        "401, fatal=6",
                        o -> o.fatalRetryIntervalSeconds(6).maxRetries(2),
                        refused(Kind.AUTH_REJECTED, 401),
                        RegistrationRule.FATAL_EXHAUSTED,
                        1,
                        7,
                        13),
                failure(
                        "no way to ask",
                        o -> o.retryIntervalSeconds(5).maxRetries(2),
                        RegistrationAnswer.none("unknown host"),
                        RegistrationRule.RETRIES_EXHAUSTED,
                        1,
                        6,
                        11));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void everyFailureHasItsSequence(
            String what, RetryPolicy policy, RegistrationAnswer answer, RegistrationRule last, long[] seconds) {
        VirtualRegistrar run = new VirtualRegistrar(policy, sent -> answer);
        run.runUntil(1_000_000);
        assertThat(run.registers()).containsExactlyElementsOf(millis(seconds));
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REJECTED);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REJECTED);
        assertThat(run.machine.lastDecision().rule()).isEqualTo(last);
        assertThat(run.machine.deadlineMillis()).isEqualTo(RegistrationMachine.NEVER);
    }

    @ParameterizedTest(name = "Retry-After with {0}")
    @MethodSource("kindsOfFailure")
    void retryAfterBeatsAllAndCountsNothing(Kind kind) {
        RetryPolicy policy = PROMPT.draft().maxRetries(2).build();
        VirtualRegistrar run =
                new VirtualRegistrar(policy, sent -> refused(kind, 503).retryAfter(7));
        run.runUntil(700_000);
        assertThat(run.registers()).hasSize(100).startsWith(1000L, 8000L, 15_000L, 22_000L);
        assertThat(run.machine.snapshot(run.now).retries()).isZero();
    }

    static Stream<Kind> kindsOfFailure() {
        return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.GRANTED);
    }

    @Test
    void retryAfterOfYearsIsADay() {
        VirtualRegistrar run = new VirtualRegistrar(
                PROMPT, sent -> refused(Kind.TEMPORARY, 503).retryAfter(4_294_967_295L));
        run.runUntil(2000);
        assertThat(run.machine.deadlineMillis()).isEqualTo(1000 + 86_400_000L);
    }

    @Test
    void silenceIsNoticedAfterTheTransactionAndThenWaited() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(5).maxRetries(2).build();
        VirtualRegistrar run = new VirtualRegistrar(policy, sent -> null);
        run.runUntil(1_000_000);
        assertThat(run.registers()).containsExactly(1000L, 38_000L, 75_000L);
        assertThat(run.machine.snapshot(run.now).transitions().getLast().atMillis())
                .isEqualTo(107_000);
        assertThat(run.machine.lastDecision().rule()).isEqualTo(RegistrationRule.RETRIES_EXHAUSTED);
    }

    @Test
    void deadRegistrarWithDefaultsIsGivenUpAfterElevenAttempts() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> null);
        run.runUntil(10_000_000);
        assertThat(run.registers()).hasSize(11);
        assertThat(run.machine.snapshot(run.now).transitions().getLast().atMillis())
                .isEqualTo(953_000);
    }

    @Test
    void requestThatTheProtocolForgetsEndsToo() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT.draft().maxRetries(0).build(), sent -> null);
        run.silenceMillis = 10_000_000;
        run.runUntil(1_000_000);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REJECTED);
        assertThat(run.machine.snapshot(run.now).transitions().getLast().atMillis())
                .isEqualTo(301_000);
    }

    static Stream<Arguments> grants() {
        return Stream.of(
                Arguments.of(100, 90.0),
                Arguments.of(15, 5.0),
                Arguments.of(90, 80.0),
                Arguments.of(77, 67.0),
                Arguments.of(40, 30.0),
                Arguments.of(3600, 3590.0),
                Arguments.of(20, 10.0),
                Arguments.of(10, 5.0),
                Arguments.of(5, 2.5),
                Arguments.of(1, 1.0),
                Arguments.of(0, 1.0));
    }

    @ParameterizedTest(name = "granted {0} s, renewed after {1} s")
    @MethodSource("grants")
    void grantIsRenewedBeforeItEndsAndNeverInAStorm(long granted, double renewedAfter) {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> granted(granted));
        run.runUntil(1000 + (long) (renewedAfter * 1000));
        assertThat(run.registers()).containsExactly(1000L, 1000 + (long) (renewedAfter * 1000));
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
    }

    @Test
    void recoveryResetsTheRetries() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(5).maxRetries(3).build();
        VirtualRegistrar run = new VirtualRegistrar(policy, sent -> refused(Kind.TEMPORARY, 500));
        run.runUntil(11_000);
        run.script = sent -> granted(20);
        run.runUntil(46_000);
        assertThat(run.registers()).containsExactly(1000L, 6000L, 11_000L, 16_000L, 26_000L, 36_000L, 46_000L);
        assertThat(run.machine.snapshot(run.now).retries()).isZero();
    }

    @Test
    void failureWhenRegisteredFollowsTheSameRules() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(10).maxRetries(2).build();
        VirtualRegistrar run = new VirtualRegistrar(policy, sent -> granted(15));
        run.runUntil(1000);
        run.script = sent -> refused(Kind.TEMPORARY, 500);
        run.runUntil(1_000_000);
        assertThat(run.registers()).containsExactly(1000L, 6000L, 16_000L, 26_000L);

        VirtualRegistrar forbidden = new VirtualRegistrar(policy, sent -> granted(15));
        forbidden.runUntil(1000);
        forbidden.script = sent -> refused(Kind.FORBIDDEN, 403);
        forbidden.runUntil(1_000_000);
        assertThat(forbidden.registers()).containsExactly(1000L, 6000L);
        assertThat(forbidden.machine.state()).isEqualTo(RegistrationState.REJECTED);
    }

    @Test
    void whileARenewalIsUnansweredTheStatusStays() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(10).maxRetries(2).build();
        VirtualRegistrar run = new VirtualRegistrar(policy, sent -> granted(15));
        run.runUntil(1000);
        run.script = sent -> null;
        run.runUntil(37_999);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REFRESHING);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
        run.runUntil(38_000);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REJECTED);
        run.runUntil(48_000);
        assertThat(run.registers()).containsExactly(1000L, 6000L, 48_000L);
    }

    @Test
    void lostConnectionIsReplacedAtOnceButNotInAStorm() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> granted(3600));
        run.runUntil(5000);
        run.carryOut(run.machine.connectionLost(run.now));
        run.runUntil(5010);
        assertThat(run.registers()).containsExactly(1000L, 5000L);
        run.carryOut(run.machine.connectionLost(run.now));
        run.runUntil(7000);
        assertThat(run.registers()).containsExactly(1000L, 5000L, 6000L);
    }

    @Test
    void initialDelayIsASecondAndWholeRandomSecondsMore() {
        List<Long> delays = new ArrayList<>();
        for (int seed = 0; seed < 500; seed++) {
            RegistrationMachine machine = new RegistrationMachine(RetryPolicy.DEFAULT, new Random(seed), null);
            machine.start(0);
            delays.add(machine.deadlineMillis());
        }
        assertThat(millis(LongStream.rangeClosed(1, 10).toArray())).containsAll(delays);
        assertThat(delays.stream().distinct().count()).isEqualTo(10);
    }

    @Test
    void followUpsLeaveAtOnceAndAreLimited() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(5).maxRetries(1).build();
        RegistrationMachine machine = new RegistrationMachine(policy, new Random(1), null);
        machine.start(0);
        assertThat(machine.tick(1000)).isEqualTo(RegistrationOrder.REGISTER);
        RegistrationAnswer tooShort = refused(Kind.FATAL, 423);
        for (int i = 0; i < RegistrationFollowUp.LONGER_INTERVAL.limit(); i++) {
            assertThat(machine.followUp(1000, RegistrationFollowUp.LONGER_INTERVAL, tooShort))
                    .isEqualTo(RegistrationOrder.REGISTER);
        }
        assertThat(machine.followUp(1000, RegistrationFollowUp.LONGER_INTERVAL, tooShort))
                .isEqualTo(RegistrationOrder.NOTHING);
        assertThat(machine.state()).isEqualTo(RegistrationState.REJECTED);
        assertThat(machine.followUp(1000, RegistrationFollowUp.CHALLENGE, tooShort))
                .isEqualTo(RegistrationOrder.NOTHING);
    }

    @Test
    void challengeAtEveryRenewalIsAnsweredEachTime() {
        RegistrationMachine machine = new RegistrationMachine(PROMPT, new Random(1), null);
        machine.start(0);
        RegistrationAnswer challenge = refused(Kind.AUTH_REJECTED, 401);
        for (int i = 0; i < 20; i++) {
            long at = machine.deadlineMillis();
            assertThat(machine.tick(at)).isEqualTo(RegistrationOrder.REGISTER);
            assertThat(machine.followUp(at, RegistrationFollowUp.CHALLENGE, challenge))
                    .isEqualTo(RegistrationOrder.REGISTER);
            assertThat(machine.answer(at, granted(20))).isEqualTo(RegistrationOrder.NOTHING);
            assertThat(machine.deadlineMillis()).isEqualTo(at + 10_000);
        }
    }

    @Test
    void endlessNegotiationWaitsTheRetryInterval() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(60).maxRetries(4).build();
        RegistrationMachine machine = new RegistrationMachine(policy, new Random(1), null);
        machine.start(0);
        List<Long> requests = new ArrayList<>();
        while (machine.deadlineMillis() != RegistrationMachine.NEVER) {
            long at = machine.deadlineMillis();
            RegistrationOrder order = machine.tick(at);
            while (order == RegistrationOrder.REGISTER) {
                requests.add(at / 1000);
                order = machine.followUp(at, RegistrationFollowUp.NEGOTIATION, refused(Kind.TEMPORARY, 494));
            }
        }
        assertThat(requests).containsExactly(1L, 1L, 61L, 61L, 121L, 121L);
    }

    @Test
    void backoffDoublesWithJitterUpToItsLimit() {
        RetryPolicy policy = PROMPT.draft()
                .retryIntervalSeconds(10)
                .maxRetries(RetryPolicy.FOR_EVER)
                .backoff(true)
                .retryIntervalMaxSeconds(100)
                .build();
        VirtualRegistrar run = new VirtualRegistrar(policy, sent -> refused(Kind.TEMPORARY, 500));
        run.runUntil(3_600_000);
        List<Long> times = run.registers();
        long[][] bounds = {{10, 20}, {20, 40}, {40, 80}, {50, 100}, {50, 100}, {50, 100}};
        for (int i = 0; i < bounds.length; i++) {
            assertThat(times.get(i + 1) - times.get(i)).isBetween(bounds[i][0] * 1000, bounds[i][1] * 1000);
        }
        assertThat(times).hasSizeBetween(36, 75);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.RETRY_WAIT);
    }

    @Test
    void manualUnregisterComesBackWhenTheGrantWouldHaveBeenRenewed() {
        VirtualRegistrar run =
                new VirtualRegistrar(PROMPT, sent -> granted(sent.order() == RegistrationOrder.REGISTER ? 3600 : 0));
        run.runUntil(100_000);
        run.carryOut(run.machine.unregister(run.now));
        run.runUntil(100_000);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.UNREGISTERED);
        assertThat(run.machine.deadlineMillis()).isEqualTo(3_591_000);
        run.runUntil(3_591_000);
        assertThat(run.registers()).containsExactly(1000L, 3_591_000L);
        assertThat(run.times(RegistrationOrder.UNREGISTER)).containsExactly(100_000L);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
    }

    @Test
    void unregisterThatFailsIsFollowedByARegistration() {
        RetryPolicy policy = PROMPT.draft().retryIntervalSeconds(5).build();
        VirtualRegistrar run = new VirtualRegistrar(
                policy,
                sent -> sent.order() == RegistrationOrder.REGISTER ? granted(3600) : refused(Kind.TEMPORARY, 500));
        run.runUntil(10_000);
        run.carryOut(run.machine.unregister(run.now));
        run.runUntil(15_000);
        assertThat(run.registers()).containsExactly(1000L, 15_000L);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
    }

    @Test
    void manualRegisterUnregistersFirstAndIsTheWayOutOfRejected() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> refused(Kind.FATAL, 404));
        run.runUntil(50_000);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REJECTED);
        run.script = sent -> granted(sent.order() == RegistrationOrder.REGISTER ? 3600 : 0);
        run.carryOut(run.machine.register(run.now));
        run.runUntil(60_000);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@50000, REGISTER@51000]");
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
    }

    @Test
    void manualUnregisterOfAStoppedOneStaysStopped() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> refused(Kind.FATAL, 404));
        run.runUntil(50_000);
        run.script = sent -> granted(0);
        run.carryOut(run.machine.unregister(run.now));
        run.runUntil(10_000_000);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.UNREGISTERED);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@50000]");
    }

    @Test
    void removedOneIsShownStoppedWhileItUnregisters() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> granted(3600));
        run.runUntil(10_000);
        run.script = sent -> null;
        run.carryOut(run.machine.remove(run.now));
        run.runUntil(41_999);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.STOPPED);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.UNREGISTERING);
        run.runUntil(10_000_000);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REMOVED);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@10000]");
    }

    @Test
    void removedInFlightMayFinishAndLeavesNoBindingBehind() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> granted(3600));
        run.latencyMillis = 500;
        run.runUntil(1200);
        run.carryOut(run.machine.remove(run.now));
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.STOPPED);
        run.runUntil(3000);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@1500]");
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REMOVED);

        VirtualRegistrar rejected = new VirtualRegistrar(PROMPT, sent -> refused(Kind.FATAL, 404));
        rejected.runUntil(3000);
        rejected.carryOut(rejected.machine.remove(rejected.now));
        assertThat(rejected.machine.state()).isEqualTo(RegistrationState.REMOVED);
        assertThat(rejected.times(RegistrationOrder.UNREGISTER)).isEmpty();
    }

    @Test
    void newCredentialsGiveAStoppedOneAnotherChance() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> refused(Kind.AUTH_REJECTED, 401));
        run.runUntil(50_000);
        run.machine.credentialsChanged(run.now);
        run.runUntil(60_000);
        assertThat(run.registers()).containsExactly(1000L, 51_000L);
    }

    private static List<Long> millis(long... seconds) {
        return Arrays.stream(seconds).map(each -> each * 1000).boxed().toList();
    }
}
