package org.asterism.core.registration;

/** When a granted registration is renewed. */
@FunctionalInterface
public interface RefreshTiming {
    /**
     * PJSIP's: 10 s before the end. Short grants are renewed halfway, so that a registrar that grants 10 s or less is not
     * flooded.
     */
    RefreshTiming TEN_SECONDS_BEFORE_END = granted -> Math.max(granted - 10_000, Math.min(granted / 2, 5_000));

    /** chan_iax2's: after five sixths. */
    RefreshTiming FIVE_SIXTHS = granted -> granted * 5 / 6;

    /**
     * When to renew. The machine never renews within its floor of a second, whatever this says.
     *
     * @param grantedMillis what was granted, in ms, positive
     * @return ms from the grant
     */
    long delayMillis(long grantedMillis);
}
