package org.asterism.outreg.registration;

import java.util.concurrent.TimeUnit;
import org.asterism.core.registration.RetryPolicy;
import org.asterism.outreg.config.RegistrationSettings;

/** What a section says in the terms of the machine. */
final class RetryPolicies {
    /** Longer than any transaction with all its addresses; the stack is expected to give up long before. */
    private static final long ANSWER_LIMIT_SECONDS = TimeUnit.MINUTES.toSeconds(10);

    private RetryPolicies() {}

    static RetryPolicy of(RegistrationSettings settings) {
        RegistrationSettings.Retry retry = settings.retry();
        return RetryPolicy.DEFAULT
                .draft()
                .expirationSeconds(settings.expiration())
                .retryIntervalSeconds(retry.interval())
                .forbiddenRetryIntervalSeconds(retry.forbiddenInterval())
                .fatalRetryIntervalSeconds(retry.fatalInterval())
                .maxRetries((int) Math.min(Integer.MAX_VALUE - 1, retry.maxRetries()))
                .authRejectionPermanent(retry.authRejectionPermanent())
                .maxRandomInitialDelaySeconds(retry.maxRandomInitialDelay())
                .backoff(retry.backoff())
                .retryIntervalMaxSeconds(retry.intervalMax())
                .answerLimitSeconds(ANSWER_LIMIT_SECONDS)
                .build();
    }
}
