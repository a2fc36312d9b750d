package org.asterism.core.registration;

/**
 * Spreads the first requests and the retries of many registrations over time: a burst leaves at once, the rest one after the
 * other. Shared by all registrations of a module; safe for any thread.
 */
public final class RegistrationPacer {
    private final long gapMicros;
    private final long burstMicros;
    private long fullAtMicros = Long.MIN_VALUE;

    /**
     * Creates one.
     *
     * @param perSecond how many requests a second, positive
     * @param burst     how many may leave at once after a pause, positive
     */
    public RegistrationPacer(int perSecond, int burst) {
        gapMicros = 1_000_000L / perSecond;
        burstMicros = gapMicros * (burst - 1L);
    }

    /** {@return one for a module: 100 a second, and as many at once} */
    public static RegistrationPacer standard() {
        return new RegistrationPacer(100, 100);
    }

    /**
     * Reserves a place.
     *
     * @param nowMillis the time
     * @return when to send, not before now, in ms of the same clock
     */
    public synchronized long reserve(long nowMillis) {
        long now = nowMillis * 1000;
        long place = Math.max(fullAtMicros, now);
        fullAtMicros = place + gapMicros;
        return Math.max(nowMillis, Math.ceilDiv(place - burstMicros, 1000L));
    }
}
