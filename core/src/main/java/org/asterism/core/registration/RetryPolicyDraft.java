package org.asterism.core.registration;

/** A {@link RetryPolicy} being put together; its setters are named and described there. Not safe for threads. */
public final class RetryPolicyDraft {
    private long expirationSeconds;
    private long retryIntervalSeconds;
    private long forbiddenRetryIntervalSeconds;
    private long fatalRetryIntervalSeconds;
    private int maxRetries;
    private boolean authRejectionPermanent;
    private long maxRandomInitialDelaySeconds;
    private boolean backoff;
    private long retryIntervalMaxSeconds;
    private RefreshTiming refresh;
    private long unsentRetrySeconds;
    private long answerLimitSeconds;

    RetryPolicyDraft(RetryPolicy from) {
        expirationSeconds = from.expirationSeconds();
        retryIntervalSeconds = from.retryIntervalSeconds();
        forbiddenRetryIntervalSeconds = from.forbiddenRetryIntervalSeconds();
        fatalRetryIntervalSeconds = from.fatalRetryIntervalSeconds();
        maxRetries = from.maxRetries();
        authRejectionPermanent = from.authRejectionPermanent();
        maxRandomInitialDelaySeconds = from.maxRandomInitialDelaySeconds();
        backoff = from.backoff();
        retryIntervalMaxSeconds = from.retryIntervalMaxSeconds();
        refresh = from.refresh();
        unsentRetrySeconds = from.unsentRetrySeconds();
        answerLimitSeconds = from.answerLimitSeconds();
    }

    /**
     * Sets {@link RetryPolicy#expirationSeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft expirationSeconds(long value) {
        expirationSeconds = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#retryIntervalSeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft retryIntervalSeconds(long value) {
        retryIntervalSeconds = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#forbiddenRetryIntervalSeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft forbiddenRetryIntervalSeconds(long value) {
        forbiddenRetryIntervalSeconds = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#fatalRetryIntervalSeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft fatalRetryIntervalSeconds(long value) {
        fatalRetryIntervalSeconds = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#maxRetries}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft maxRetries(int value) {
        maxRetries = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#authRejectionPermanent}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft authRejectionPermanent(boolean value) {
        authRejectionPermanent = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#maxRandomInitialDelaySeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft maxRandomInitialDelaySeconds(long value) {
        maxRandomInitialDelaySeconds = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#backoff}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft backoff(boolean value) {
        backoff = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#retryIntervalMaxSeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft retryIntervalMaxSeconds(long value) {
        retryIntervalMaxSeconds = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#refresh}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft refresh(RefreshTiming value) {
        refresh = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#unsentRetrySeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft unsentRetrySeconds(long value) {
        unsentRetrySeconds = value;
        return this;
    }

    /**
     * Sets {@link RetryPolicy#answerLimitSeconds}.
     *
     * @param value the new value
     * @return this
     */
    public RetryPolicyDraft answerLimitSeconds(long value) {
        answerLimitSeconds = value;
        return this;
    }

    /** {@return the policy} */
    public RetryPolicy build() {
        return new RetryPolicy(
                expirationSeconds,
                retryIntervalSeconds,
                forbiddenRetryIntervalSeconds,
                fatalRetryIntervalSeconds,
                maxRetries,
                authRejectionPermanent,
                maxRandomInitialDelaySeconds,
                backoff,
                retryIntervalMaxSeconds,
                refresh,
                unsentRetrySeconds,
                answerLimitSeconds);
    }
}
