package org.asterism.core.registration;

import org.jspecify.annotations.Nullable;

/**
 * When the requests of a registration may leave and when they should: the floor between two of one kind, the place in line that the
 * pacer gave, the renewal of the last grant, and the return after an operator's unregister. It decides nothing, and knows no states.
 * Times are in ms of the machine's clock.
 */
final class RequestSchedule {
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final @Nullable RegistrationPacer pacer;
    private long lastRegister = LONG_AGO;
    private long lastUnregister = LONG_AGO;
    private long due = LONG_AGO;
    private long granted;
    private long renewal = LONG_AGO;
    private long comesBack = RegistrationMachine.NEVER;
    private boolean paced;

    RequestSchedule(@Nullable RegistrationPacer pacer) {
        this.pacer = pacer;
    }

    /** {@return when the next request leaves by itself, or when the last one was due if none does; negative before the first} */
    long dueMillis() {
        return due;
    }

    /** {@return what was granted last, 0 for nothing yet} */
    long grantedSeconds() {
        return granted / 1000;
    }

    /** {@return when a grant may be renewed, as far as the floor goes} */
    long earliestRenewal() {
        return lastRegister + RegistrationMachine.FLOOR_MILLIS;
    }

    /** {@return when a registration that does not stand may be asked for; takes a place in line, one for each wait} */
    long earliestRegister(long now) {
        long earliest = lastRegister + RegistrationMachine.FLOOR_MILLIS;
        if (pacer == null || paced) {
            return earliest;
        }
        paced = true;
        return Math.max(earliest, pacer.reserve(now));
    }

    /** {@return when its end may be asked for} */
    long earliestUnregister() {
        return lastUnregister + RegistrationMachine.FLOOR_MILLIS;
    }

    /** A request to be registered leaves. */
    void registerSent(long now) {
        lastRegister = now;
    }

    /** A request to be registered no longer leaves. */
    void unregisterSent(long now) {
        lastUnregister = now;
    }

    /**
     * The state has changed, and with it what is waited for.
     *
     * @param next when the next request is to leave by itself, {@link RegistrationMachine#NEVER} if none is planned
     */
    void changed(long next) {
        paced = false;
        if (next != RegistrationMachine.NEVER) {
            due = next;
        }
    }

    /**
     * The registration was granted.
     *
     * @param now            ms
     * @param expiresSeconds for how long
     * @param refresh        how long before its end to renew it
     * @return when to renew it
     */
    long granted(long now, long expiresSeconds, RefreshTiming refresh) {
        granted = Math.max(1, expiresSeconds) * 1000;
        renewal = Math.max(now + refresh.delayMillis(granted), earliestRenewal());
        return renewal;
    }

    /** {@return when the last grant is to be renewed; if that is over, when one made now would be} */
    long renewalAfter(long now, RetryPolicy policy) {
        long interval = granted > 0 ? granted : Math.max(1, policy.expirationSeconds()) * 1000;
        return renewal > now ? renewal : now + policy.refresh().delayMillis(interval);
    }

    /**
     * An operator has it unregistered, or registered anew.
     *
     * @param at when it is to be asked for again, {@link RegistrationMachine#NEVER} for not at all
     */
    void comeBackAt(long at) {
        comesBack = at;
    }

    /** {@return when it is asked for again after the end an operator wanted, within the floor; may be NEVER} */
    long comesBackAt() {
        return comesBack == RegistrationMachine.NEVER
                ? RegistrationMachine.NEVER
                : Math.max(comesBack, Math.max(lastRegister, lastUnregister) + RegistrationMachine.FLOOR_MILLIS);
    }
}
