package org.asterism.core.registration;

import java.util.random.RandomGenerator;
import org.asterism.core.registration.RegistrationAnswer.Kind;

/** What follows from a failure: the rules of res_pjsip_outbound_registration, in order, the first that matches decides. */
final class RetryRules {
    /** Nobody means years when they write Retry-After. */
    static final long RETRY_AFTER_LIMIT_SECONDS = 86_400;

    private RetryRules() {}

    /**
     * Decides.
     *
     * @param policy  what the configuration says
     * @param retries how many there were since the last grant
     * @param answer  anything but a grant
     * @param random  draws the jitter
     * @return what follows
     */
    static RegistrationDecision decide(
            RetryPolicy policy, int retries, RegistrationAnswer answer, RandomGenerator random) {
        Kind kind = answer.kind();
        boolean temporary = kind == Kind.TEMPORARY
                || kind == Kind.UNSENT
                || (kind == Kind.AUTH_REJECTED && !policy.authRejectionPermanent());
        boolean left = policy.allowsRetryAfter(retries);
        long retry = policy.retryIntervalSeconds();
        long forbidden = kind == Kind.FORBIDDEN ? policy.forbiddenRetryIntervalSeconds() : 0;
        long fatal = policy.fatalRetryIntervalSeconds();

        if (answer.retryAfterSeconds() > 0) {
            long seconds = Math.min(answer.retryAfterSeconds(), RETRY_AFTER_LIMIT_SECONDS);
            return new RegistrationDecision(RegistrationRule.RETRY_AFTER, seconds * 1000, false);
        }
        if (kind == Kind.UNSENT && policy.unsentRetrySeconds() > 0) {
            return new RegistrationDecision(RegistrationRule.UNSENT, policy.unsentRetrySeconds() * 1000, false);
        }
        if (temporary && retry > 0) {
            return left
                    ? counted(RegistrationRule.TEMPORARY, policy.waitMillis(retry, retries, random))
                    : stop(RegistrationRule.RETRIES_EXHAUSTED);
        }
        if (forbidden > 0 && left) {
            return counted(RegistrationRule.FORBIDDEN, policy.waitMillis(forbidden, retries, random));
        }
        if (fatal > 0 && left) {
            return counted(RegistrationRule.FATAL, policy.waitMillis(fatal, retries, random));
        }
        if (forbidden > 0 || fatal > 0) {
            return stop(RegistrationRule.FATAL_EXHAUSTED);
        }
        return stop(
                kind == Kind.AUTH_REJECTED && !temporary
                        ? RegistrationRule.AUTH_PERMANENT
                        : RegistrationRule.PERMANENT);
    }

    private static RegistrationDecision counted(RegistrationRule rule, long waitMillis) {
        return new RegistrationDecision(rule, waitMillis, true);
    }

    private static RegistrationDecision stop(RegistrationRule rule) {
        return new RegistrationDecision(rule, RegistrationDecision.NEVER, false);
    }
}
