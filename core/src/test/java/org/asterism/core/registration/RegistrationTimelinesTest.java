package org.asterism.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.core.registration.VirtualRegistrar.PROMPT;
import static org.asterism.core.registration.VirtualRegistrar.granted;
import static org.asterism.core.registration.VirtualRegistrar.refused;

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

    private static List<Long> millis(long... seconds) {
        return Arrays.stream(seconds).map(each -> each * 1000).boxed().toList();
    }
}
