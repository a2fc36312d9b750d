package org.asterism.core.registration;

import java.util.random.RandomGenerator;

/**
 * How a registration is kept up. The names and defaults are those of {@code type=registration} in pjsip.conf; {@code
 * retry_backoff} and {@code retry_interval_max} are ours and off by default.
 *
 * @param expirationSeconds               what is asked for
 * @param retryIntervalSeconds            wait after a temporary failure; 0 makes temporary failures fatal ones
 * @param forbiddenRetryIntervalSeconds   wait after a 403; 0 for no retry by this option
 * @param fatalRetryIntervalSeconds       wait after any other failure; 0 for no retry
 * @param maxRetries                      retries after the first attempt; {@link #FOR_EVER} for no end
 * @param authRejectionPermanent          whether a refused proof is fatal rather than temporary
 * @param maxRandomInitialDelaySeconds    the first request leaves after 1 s and less than this many more
 * @param backoff                         whether the wait doubles with each retry, with jitter
 * @param retryIntervalMaxSeconds         what the doubled wait never exceeds
 * @param refresh                         when a grant is renewed
 * @param unsentRetrySeconds              wait when nothing could be sent, uncounted; 0 to treat it as a temporary failure
 * @param answerLimitSeconds              after which a request without a final answer is given up, whatever the protocol does
 */
public record RetryPolicy(
        long expirationSeconds,
        long retryIntervalSeconds,
        long forbiddenRetryIntervalSeconds,
        long fatalRetryIntervalSeconds,
        int maxRetries,
        boolean authRejectionPermanent,
        long maxRandomInitialDelaySeconds,
        boolean backoff,
        long retryIntervalMaxSeconds,
        RefreshTiming refresh,
        long unsentRetrySeconds,
        long answerLimitSeconds) {
    /** {@link #maxRetries} without end. */
    public static final int FOR_EVER = -1;

    /** What pjsip.conf says when it says nothing. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(3600, 60, 0, 0, 10, true, 10, false, 1800, RefreshTiming.TEN_SECONDS_BEFORE_END, 0, 300);

    /** {@return something to change parts of} */
    public RetryPolicyDraft draft() {
        return new RetryPolicyDraft(this);
    }

    /**
     * Whether there may be another retry.
     *
     * @param used how many there were
     * @return whether there may be
     */
    public boolean allowsRetryAfter(int used) {
        return maxRetries == FOR_EVER || used < maxRetries;
    }

    /**
     * The wait before the first request.
     *
     * @param random draws it
     * @return ms
     */
    public long initialDelayMillis(RandomGenerator random) {
        return 1000 + (maxRandomInitialDelaySeconds > 0 ? 1000 * random.nextLong(maxRandomInitialDelaySeconds) : 0);
    }

    /**
     * The wait before a retry. With back-off it is drawn between half of, and all of, the interval doubled once for each retry,
     * between the interval itself and {@code retry_interval_max}.
     *
     * @param intervalSeconds the interval of the failure's kind, positive
     * @param retriesBefore   how many retries there were
     * @param random          draws it
     * @return ms
     */
    long waitMillis(long intervalSeconds, int retriesBefore, RandomGenerator random) {
        long base = intervalSeconds * 1000;
        if (!backoff) {
            return base;
        }
        long cap = Math.max(base, retryIntervalMaxSeconds * 1000);
        long upper = base;
        for (int i = 0; i <= retriesBefore && upper < cap; i++) {
            upper = Math.min(cap, upper * 2);
        }
        return random.nextLong(Math.max(base, upper / 2), upper + 1);
    }
}
