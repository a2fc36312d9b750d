package org.asterism.iax2.config;

import org.asterism.core.registration.RefreshTiming;
import org.asterism.core.registration.RetryPolicy;

/**
 * How a registration is kept up.
 *
 * @param name           name of its {@code type=registration} section, empty for a {@code register =>} line
 * @param refreshSeconds interval that is asked for
 * @param policy         what follows from failures
 */
public record RegisterOptions(String name, int refreshSeconds, RetryPolicy policy) {
    private static final int DEFAULT_REFRESH_SECONDS = 60;
    private static final int RETRY_SECONDS = 50;
    private static final int LOOKUP_RETRY_SECONDS = 10;

    /** What counts where nothing is written: chan_iax2 tries for ever, after five sixths of the interval. */
    public static final RetryPolicy DEFAULT_POLICY = RetryPolicy.DEFAULT
            .draft()
            .expirationSeconds(DEFAULT_REFRESH_SECONDS)
            .retryIntervalSeconds(RETRY_SECONDS)
            .forbiddenRetryIntervalSeconds(RETRY_SECONDS)
            .maxRetries(RetryPolicy.FOR_EVER)
            .authRejectionPermanent(false)
            .refresh(RefreshTiming.FIVE_SIXTHS)
            .unsentRetrySeconds(LOOKUP_RETRY_SECONDS)
            .build();

    /** What a {@code register =>} line says: nothing. */
    public static final RegisterOptions OF_A_LINE = new RegisterOptions("", DEFAULT_REFRESH_SECONDS, DEFAULT_POLICY);
}
