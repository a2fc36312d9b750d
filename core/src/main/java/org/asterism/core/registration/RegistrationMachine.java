package org.asterism.core.registration;

import java.util.EnumMap;
import java.util.Map;
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
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    /** What is wanted of it beyond staying registered. */
    private enum Wish {
        STAY,
        UNREGISTER,
        RENEW,
        REMOVE
    }

    private final RandomGenerator random;
    private final @Nullable RegistrationPacer pacer;
    private final RegistrationDiary diary = new RegistrationDiary();
    private final Map<RegistrationFollowUp, Integer> followUps = new EnumMap<>(RegistrationFollowUp.class);
    private RetryPolicy policy;
    private RegistrationState state = RegistrationState.IDLE;
    private RegistrationStatus status = RegistrationStatus.UNREGISTERED;
    private Wish wish = Wish.STAY;
    private long deadline = NEVER;
    private long scheduled = LONG_AGO;
    private long renewal = LONG_AGO;
    private long resume = NEVER;
    private long lastRegister = LONG_AGO;
    private long lastUnregister = LONG_AGO;
    private long granted;
    private int retries;
    private int attempts;
    private boolean paced;
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
        this.pacer = pacer;
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

    /** {@return retries used since the last grant} */
    public int retries() {
        return retries;
    }

    /** {@return the number of the request that is out or was the last, so that late answers can be told apart} */
    public int attempt() {
        return attempts;
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

    /**
     * Seconds until the next request leaves by itself.
     *
     * @param now ms
     * @return seconds, 0 while a request is out and when there is no next one
     */
    public long secondsToNext(long now) {
        return !state.isWaiting() || state.isInFlight() || deadline == NEVER
                ? 0
                : Math.max(0, Math.ceilDiv(deadline - now, 1000L));
    }

    /** {@return when the next request leaves, or when the last one was due if none is planned; in ms, negative before the start} */
    public long scheduledMillis() {
        return scheduled;
    }

    /**
     * Everything there is to know.
     *
     * @param now ms
     * @return a copy
     */
    public RegistrationSnapshot snapshot(long now) {
        return new RegistrationSnapshot(
                now, state, status(), deadline, retries, granted / 1000, policy, diary.transitions(), diary.answers());
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
    @SuppressWarnings("EnumOrdinal") // an index of counters, never stored
    public RegistrationOrder followUp(long now, RegistrationFollowUp kind, RegistrationAnswer answer) {
        if (!state.isInFlight()) {
            return RegistrationOrder.NOTHING;
        }
        if (followUps.getOrDefault(kind, 0) >= kind.limit()
                || (wish == Wish.REMOVE && state != RegistrationState.UNREGISTERING)) {
            return answer(now, answer);
        }
        followUps.merge(kind, 1, Integer::sum);
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
        resume = now + policy.initialDelayMillis(random);
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
        resume = comesBackAt(now);
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
        long earliest = lastRegister + FLOOR_MILLIS;
        if (pacer != null && !paced && state != RegistrationState.REGISTERED) {
            paced = true;
            earliest = Math.max(earliest, pacer.reserve(now));
        }
        if (now < earliest) {
            deadline = earliest;
            return RegistrationOrder.NOTHING;
        }
        lastRegister = now;
        RegistrationState next =
                state == RegistrationState.REGISTERED ? RegistrationState.REFRESHING : RegistrationState.REGISTERING;
        return send(next, now, reason, RegistrationOrder.REGISTER);
    }

    private RegistrationOrder sendUnregister(long now, String reason) {
        long earliest = lastUnregister + FLOOR_MILLIS;
        if (now < earliest) {
            enter(RegistrationState.UNREGISTER_WAIT, now, earliest, reason);
            return RegistrationOrder.NOTHING;
        }
        lastUnregister = now;
        return send(RegistrationState.UNREGISTERING, now, reason, RegistrationOrder.UNREGISTER);
    }

    private RegistrationOrder send(RegistrationState next, long now, String reason, RegistrationOrder order) {
        attempts++;
        followUps.clear();
        enter(next, now, now + policy.answerLimitSeconds() * 1000, reason);
        return order;
    }

    private RegistrationOrder registerAnswered(long now, RegistrationAnswer answer) {
        if (answer.kind() == Kind.GRANTED) {
            granted = Math.max(1, answer.expiresSeconds()) * 1000;
            retries = 0;
            status = RegistrationStatus.REGISTERED;
            renewal = Math.max(now + policy.refresh().delayMillis(granted), lastRegister + FLOOR_MILLIS);
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
                resume = comesBackAt(now);
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
            long next =
                    resume == NEVER ? NEVER : Math.max(resume, Math.max(lastRegister, lastUnregister) + FLOOR_MILLIS);
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
        paced = false;
        if (until != NEVER && next.isWaiting() && !next.isInFlight() && next != RegistrationState.UNREGISTER_WAIT) {
            scheduled = until;
        }
    }

    private long comesBackAt(long now) {
        return switch (state) {
            case REJECTED -> NEVER;
            case UNREGISTERED -> deadline;
            default -> {
                long interval = granted > 0 ? granted : Math.max(1, policy.expirationSeconds()) * 1000;
                yield renewal > now ? renewal : now + policy.refresh().delayMillis(interval);
            }
        };
    }

    private boolean isBusy() {
        return state.isInFlight() || state == RegistrationState.UNREGISTER_WAIT;
    }

    private boolean isRemoved() {
        return state == RegistrationState.REMOVED || wish == Wish.REMOVE;
    }
}
