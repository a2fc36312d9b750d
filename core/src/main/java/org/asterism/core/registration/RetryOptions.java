package org.asterism.core.registration;

import java.util.List;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionValues;

/** The options of a {@link RetryPolicy} as configuration files write them, the same for all protocols. Immutable. */
public final class RetryOptions {
    private static final int MAX = Integer.MAX_VALUE;

    private final RetryPolicy defaults;
    private final Option<Integer> retryInterval;
    private final Option<Integer> forbiddenRetryInterval;
    private final Option<Integer> fatalRetryInterval;
    private final Option<Integer> maxRetries;
    private final Option<Boolean> authRejectionPermanent;
    private final Option<Boolean> retryBackoff;
    private final Option<Integer> retryIntervalMax;

    /**
     * Declares them.
     *
     * @param defaults what counts where nothing is written
     */
    public RetryOptions(RetryPolicy defaults) {
        this.defaults = defaults;
        retryInterval = seconds(
                "retry_interval",
                defaults.retryIntervalSeconds(),
                "Seconds to wait after a temporary failure, 0 to stop");
        forbiddenRetryInterval = seconds(
                "forbidden_retry_interval",
                defaults.forbiddenRetryIntervalSeconds(),
                "Seconds to wait after a refusal (SIP's 403), 0 to stop");
        fatalRetryInterval = seconds(
                "fatal_retry_interval",
                defaults.fatalRetryIntervalSeconds(),
                "Seconds to wait after any other failure, 0 to stop");
        maxRetries = Option.integer(
                "max_retries",
                RetryPolicy.FOR_EVER,
                MAX,
                defaults.maxRetries(),
                "Retries after the first attempt, -1 for no end");
        authRejectionPermanent = Option.bool(
                "auth_rejection_permanent",
                defaults.authRejectionPermanent(),
                "Stop when our proof is refused; no makes it a temporary failure");
        retryBackoff = Option.bool(
                "retry_backoff",
                defaults.backoff(),
                "Double the wait with each retry up to retry_interval_max, at random within the last doubling");
        retryIntervalMax = seconds(
                "retry_interval_max",
                defaults.retryIntervalMaxSeconds(),
                "The longest wait of retry_backoff, in seconds");
    }

    /** {@return the options, for an {@link org.asterism.core.config.OptionSet}} */
    public List<Option<?>> all() {
        return List.of(
                retryInterval,
                forbiddenRetryInterval,
                fatalRetryInterval,
                maxRetries,
                authRejectionPermanent,
                retryBackoff,
                retryIntervalMax);
    }

    /**
     * Reads them.
     *
     * @param values of a set with {@link #all} of them
     * @return the policy; what is not written is as in the defaults
     */
    public RetryPolicy read(OptionValues values) {
        return read(values, defaults);
    }

    /**
     * Reads them.
     *
     * @param values    of a set with {@link #all} of them
     * @param otherwise what counts where nothing is written, when that depends on other options
     * @return the policy
     */
    public RetryPolicy read(OptionValues values, RetryPolicy otherwise) {
        return otherwise
                .draft()
                .retryIntervalSeconds(value(values, retryInterval, otherwise.retryIntervalSeconds()))
                .forbiddenRetryIntervalSeconds(
                        value(values, forbiddenRetryInterval, otherwise.forbiddenRetryIntervalSeconds()))
                .fatalRetryIntervalSeconds(value(values, fatalRetryInterval, otherwise.fatalRetryIntervalSeconds()))
                .maxRetries((int) value(values, maxRetries, otherwise.maxRetries()))
                .authRejectionPermanent(
                        values.isSet(authRejectionPermanent)
                                ? values.get(authRejectionPermanent)
                                : otherwise.authRejectionPermanent())
                .backoff(values.isSet(retryBackoff) ? values.get(retryBackoff) : otherwise.backoff())
                .retryIntervalMaxSeconds(value(values, retryIntervalMax, otherwise.retryIntervalMaxSeconds()))
                .build();
    }

    private static long value(OptionValues values, Option<Integer> option, long otherwise) {
        return values.isSet(option) ? values.get(option) : otherwise;
    }

    private static Option<Integer> seconds(String name, long otherwise, String description) {
        return Option.integer(name, 0, MAX, (int) otherwise, description);
    }
}
