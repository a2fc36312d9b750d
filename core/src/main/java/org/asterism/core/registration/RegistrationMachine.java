package org.asterism.core.registration;

import java.util.random.RandomGenerator;
import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one registration up. It sends nothing itself: each input says what is to be sent now, and {@link #deadlineMillis} when to
 * call {@link #tick}. Time and randomness are arguments; the clock must not go back. Two requests of one kind never leave within
 * {@link #FLOOR_MILLIS}, follow-ups aside, which are limited by {@link RegistrationFollowUp}. Not safe for threads.
 */
public final class RegistrationMachine {
    /** No deadline. */
    public static final long NEVER = Long.MAX_VALUE;
    /** Between two requests of one kind. */
    public static final long FLOOR_MILLIS = 1000;

    private static final RegistrationDecision REMOVED =
            new RegistrationDecision(RegistrationRule.REMOVED, RegistrationDecision.NEVER, false);

    /** What is wanted of it beyond staying registered. */
    private enum Wish {
        STAY,
        UNREGISTER,
        RENEW,
        REMOVE
    }

    private final RandomGenerator random;
    private final RequestSchedule schedule;
    private final RegistrationDiary diary = new RegistrationDiary();
    private final RegistrationAttempt attempt = new RegistrationAttempt();
    private RetryPolicy policy;
    private RegistrationState state = RegistrationState.IDLE;
    private RegistrationStatus status = RegistrationStatus.UNREGISTERED;
    private Wish wish = Wish.STAY;
    private long deadline = NEVER;
    private int retries;
    private RegistrationDecision decision =
            new RegistrationDecision(RegistrationRule.GRANTED, RegistrationDecision.NEVER, false);

    /**
     * Creates one that waits for {@link #start}.
     *
     * @param policy what the configuration says
     * @param random draws delays and jitter
     * @param pacer  shared with others, or {@code null} for none
     */
    public RegistrationMachine(RetryPolicy policy, RandomGenerator random, @Nullable RegistrationPacer pacer) {
        this.policy = policy;
        this.random = random;
        this.schedule = new RequestSchedule(pacer);
    }

    /** {@return where it stands} */
    public RegistrationState state() {
        return state;
    }

    /** {@return what operators are shown} */
    public RegistrationStatus status() {
        return wish == Wish.REMOVE ? RegistrationStatus.STOPPED : status;
    }

    /** {@return when to call {@link #tick}, {@link #NEVER} for not at all} */
    public long deadlineMillis() {
        return deadline;
    }

    /** {@return the number of the request that is out or was the last, so that late answers can be told apart} */
    public int attempt() {
        return attempt.number();
    }

    /** {@return what followed from the last final answer} */
    public RegistrationDecision lastDecision() {
        return decision;
    }

    /** {@return what the configuration says} */
    public RetryPolicy policy() {
        return policy;
    }

    /**
     * Takes another policy from the next answer on.
     *
     * @param next what the configuration says now
     */
    public void policy(RetryPolicy next) {
        policy = next;
    }

    /** {@return when the next request leaves, or when the last one was due if none is planned; in ms, negative before the start} */
    public long scheduledMillis() {
        return schedule.dueMillis();
    }

    /**
     * Everything there is to know.
     *
     * @param now ms
     * @return a copy
     */
    public RegistrationSnapshot snapshot(long now) {
        return new RegistrationSnapshot(
                now,
                state,
                status(),
                deadline,
                retries,
                schedule.grantedSeconds(),
                policy,
                diary.transitions(),
                diary.answers());
    }

    /**
     * Begins, after the policy's initial delay.
     *
     * @param now ms
     */
    public void start(long now) {
        start(now, policy.initialDelayMillis(random));
    }

    /**
     * Begins.
     *
     * @param now         ms
     * @param delayMillis how long to wait first
     */
    public void start(long now, long delayMillis) {
        if (state == RegistrationState.IDLE) {
            enter(RegistrationState.SCHEDULED, now, now + delayMillis, "started");
        }
    }

    /**
     * The deadline has come. Harmless when it has not.
     *
     * @param now ms
     * @return what to send
     */
    public RegistrationOrder tick(long now) {
        if (now < deadline) {
            return RegistrationOrder.NOTHING;
        }
        return switch (state) {
            case SCHEDULED -> sendRegister(now, "first request");
            case RETRY_WAIT -> sendRegister(now, "retry " + retries);
            case REGISTERED -> sendRegister(now, "renewal");
            case UNREGISTERED -> sendRegister(now, "an operator's unregister has had its time");
            case UNREGISTER_WAIT -> sendUnregister(now, "the last one is long enough ago");
            case REGISTERING, REFRESHING, UNREGISTERING ->
                answer(now, RegistrationAnswer.none("nothing final within " + policy.answerLimitSeconds() + " s"));
            case IDLE, REJECTED, REMOVED -> RegistrationOrder.NOTHING;
        };
    }

    /**
     * There is a final answer, or there will be none. Ignored when no request is out.
     *
     * @param now    ms
     * @param answer what came
     * @return what to send
     */
    public RegistrationOrder answer(long now, RegistrationAnswer answer) {
        return switch (state) {
            case REGISTERING, REFRESHING -> registerAnswered(now, answer);
            case UNREGISTERING -> unregisterAnswered(now, answer);
            default -> RegistrationOrder.NOTHING;
        };
    }

    /**
     * There is an answer to which the protocol has a better request at once. When there were too many of them it counts as final.
     *
     * @param now    ms
     * @param kind   what the better request does
     * @param answer what came, classified as if it were final
     * @return the kind of request that may leave at once, or what the final answer leads to
     */
    public RegistrationOrder followUp(long now, RegistrationFollowUp kind, RegistrationAnswer answer) {
        if (!state.isInFlight()) {
            return RegistrationOrder.NOTHING;
        }
        boolean wanted = wish != Wish.REMOVE || state == RegistrationState.UNREGISTERING;
        if (!wanted || !attempt.follow(kind)) {
            return answer(now, answer);
        }
        if (kind == RegistrationFollowUp.NEGOTIATION) {
            retries = Math.min(retries + 1, Integer.MAX_VALUE - 1);
        }
        diary.answered(
                new AnsweredRequest(now, answer, new RegistrationDecision(RegistrationRule.FOLLOW_UP, 0, false)));
        deadline = now + policy.answerLimitSeconds() * 1000;
        return state == RegistrationState.UNREGISTERING ? RegistrationOrder.UNREGISTER : RegistrationOrder.REGISTER;
    }

    /**
     * The connection that the registration was made over is gone: it is renewed at once, within the floor.
     *
     * @param now ms
     * @return what to send
     */
    public RegistrationOrder connectionLost(long now) {
        return state == RegistrationState.REGISTERED ? sendRegister(now, "connection lost") : RegistrationOrder.NOTHING;
    }

    /**
     * There are other credentials: what was stopped by policy gets another chance, all else uses them in its next request.
     *
     * @param now ms
     */
    public void credentialsChanged(long now) {
        if (state == RegistrationState.REJECTED) {
            retries = 0;
            enter(RegistrationState.SCHEDULED, now, now + policy.initialDelayMillis(random), "credentials changed");
        }
    }

    /**
     * An operator wants it registered anew: it is unregistered, and registered after the initial delay with all retries. Also the
     * way out of {@link RegistrationState#REJECTED}.
     *
     * @param now ms
     * @return what to send
     */
    public RegistrationOrder register(long now) {
        if (isRemoved()) {
            return RegistrationOrder.NOTHING;
        }
        retries = 0;
        wish = Wish.RENEW;
        schedule.comeBackAt(now + policy.initialDelayMillis(random));
        return isBusy() ? RegistrationOrder.NOTHING : sendUnregister(now, "an operator wants it registered anew");
    }

    /**
     * An operator wants it unregistered. It comes back when its last grant would have been renewed; without a running grant, when
     * one made now would be. Stopped by policy it stays stopped.
     *
     * @param now ms
     * @return what to send
     */
    public RegistrationOrder unregister(long now) {
        if (isRemoved() || wish == Wish.UNREGISTER) {
            return RegistrationOrder.NOTHING;
        }
        wish = Wish.UNREGISTER;
        planReturn(now);
        return isBusy() ? RegistrationOrder.NOTHING : sendUnregister(now, "an operator wants it unregistered");
    }

    /**
     * It is no longer in the configuration, or the switch stops: a request that is out may finish, a grant is given back, then it
     * is {@link RegistrationState#REMOVED}.
     *
     * @param now ms
     * @return what to send
     */
    public RegistrationOrder remove(long now) {
        if (isRemoved()) {
            return RegistrationOrder.NOTHING;
        }
        wish = Wish.REMOVE;
        if (state == RegistrationState.REGISTERED) {
            return sendUnregister(now, "removed");
        }
        boolean waits = state.isInFlight()
                || (state == RegistrationState.UNREGISTER_WAIT && status == RegistrationStatus.REGISTERED);
        if (!waits) {
            enter(RegistrationState.REMOVED, now, NEVER, "removed");
        }
        return RegistrationOrder.NOTHING;
    }

    private RegistrationOrder sendRegister(long now, String reason) {
        boolean renews = state == RegistrationState.REGISTERED;
        long earliest = renews ? schedule.earliestRenewal() : schedule.earliestRegister(now);
        if (now < earliest) {
            deadline = earliest;
            return RegistrationOrder.NOTHING;
        }
        schedule.registerSent(now);
        RegistrationState next = renews ? RegistrationState.REFRESHING : RegistrationState.REGISTERING;
        return send(next, now, reason, RegistrationOrder.REGISTER);
    }

    private RegistrationOrder sendUnregister(long now, String reason) {
        long earliest = schedule.earliestUnregister();
        if (now < earliest) {
            enter(RegistrationState.UNREGISTER_WAIT, now, earliest, reason);
            return RegistrationOrder.NOTHING;
        }
        schedule.unregisterSent(now);
        return send(RegistrationState.UNREGISTERING, now, reason, RegistrationOrder.UNREGISTER);
    }

    private RegistrationOrder send(RegistrationState next, long now, String reason, RegistrationOrder order) {
        attempt.begin();
        enter(next, now, now + policy.answerLimitSeconds() * 1000, reason);
        return order;
    }

    private RegistrationOrder registerAnswered(long now, RegistrationAnswer answer) {
        if (answer.kind() == Kind.GRANTED) {
            retries = 0;
            status = RegistrationStatus.REGISTERED;
            long renewal = schedule.granted(now, answer.expiresSeconds(), policy.refresh());
            decided(now, answer, new RegistrationDecision(RegistrationRule.GRANTED, renewal - now, false));
            enter(RegistrationState.REGISTERED, now, renewal, answer.summary());
        } else if (wish != Wish.REMOVE) {
            failed(now, answer);
        } else {
            decided(now, answer, REMOVED);
            if (state == RegistrationState.REGISTERING) {
                enter(RegistrationState.REMOVED, now, NEVER, answer.summary());
                return RegistrationOrder.NOTHING;
            }
        }
        return switch (wish) {
            case STAY -> RegistrationOrder.NOTHING;
            case UNREGISTER -> {
                planReturn(now);
                yield sendUnregister(now, "an operator wanted it unregistered");
            }
            case RENEW -> sendUnregister(now, "an operator wanted it registered anew");
            case REMOVE -> sendUnregister(now, "removed");
        };
    }

    private RegistrationOrder unregisterAnswered(long now, RegistrationAnswer answer) {
        if (wish == Wish.REMOVE) {
            decided(now, answer, REMOVED);
            enter(RegistrationState.REMOVED, now, NEVER, answer.summary());
        } else if (answer.kind() == Kind.GRANTED || wish == Wish.RENEW) {
            RegistrationRule rule =
                    answer.kind() == Kind.GRANTED ? RegistrationRule.RELEASED : RegistrationRule.SUPERSEDED;
            long next = schedule.comesBackAt();
            status = RegistrationStatus.UNREGISTERED;
            retries = wish == Wish.RENEW ? 0 : retries;
            decided(
                    now,
                    answer,
                    new RegistrationDecision(
                            rule, next == NEVER ? RegistrationDecision.NEVER : Math.max(0, next - now), false));
            enter(RegistrationState.UNREGISTERED, now, next, answer.summary());
        } else {
            failed(now, answer);
        }
        wish = wish == Wish.REMOVE ? Wish.REMOVE : Wish.STAY;
        return RegistrationOrder.NOTHING;
    }

    private void failed(long now, RegistrationAnswer answer) {
        RegistrationDecision next = RetryRules.decide(policy, retries, answer, random);
        decided(now, answer, next);
        status = RegistrationStatus.REJECTED;
        if (next.counted()) {
            retries = Math.min(retries + 1, Integer.MAX_VALUE - 1);
        }
        if (next.retries()) {
            enter(RegistrationState.RETRY_WAIT, now, now + Math.max(FLOOR_MILLIS, next.waitMillis()), answer.summary());
        } else {
            enter(RegistrationState.REJECTED, now, NEVER, answer.summary());
        }
    }

    private void decided(long now, RegistrationAnswer answer, RegistrationDecision next) {
        decision = next;
        diary.answered(new AnsweredRequest(now, answer, next));
    }

    /** The one place where the state changes. */
    private void enter(RegistrationState next, long now, long until, String reason) {
        diary.changed(new RegistrationTransition(now, state, next, reason));
        state = next;
        deadline = until;
        boolean planned = until != NEVER && next.isWaiting() && !next.isInFlight();
        schedule.changed(planned && next != RegistrationState.UNREGISTER_WAIT ? until : NEVER);
    }

    /** An operator unregisters it: when it comes back. */
    private void planReturn(long now) {
        schedule.comeBackAt(
                switch (state) {
                    case REJECTED -> NEVER;
                    case UNREGISTERED -> deadline;
                    default -> schedule.renewalAfter(now, policy);
                });
    }

    private boolean isBusy() {
        return state.isInFlight() || state == RegistrationState.UNREGISTER_WAIT;
    }

    private boolean isRemoved() {
        return state == RegistrationState.REMOVED || wish == Wish.REMOVE;
    }
}
