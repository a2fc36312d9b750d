package org.asterism.core.bridge;

import java.util.Objects;

/** The time a bridge may last, and when its parties are warned. Owner's thread. */
final class BridgeClock {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long WITHOUT_END = -1;

    private final BridgeOptions options;
    private long endNanos;
    private boolean warning;
    private long warningNanos;

    BridgeClock(BridgeOptions options) {
        this.options = options;
    }

    void start() {
        long now = System.nanoTime();
        endNanos = now + options.limitMs() * NS_PER_MS;
        BridgeOptions.LimitWarning settings = options.warning();
        warning = options.limitMs() > 0 && settings != null && settings.leftMs() < options.limitMs();
        if (warning && settings != null) {
            warningNanos = endNanos - settings.leftMs() * NS_PER_MS;
        }
    }

    /** {@return whether the time is over} */
    boolean over() {
        return options.limitMs() > 0 && msUntil(endNanos) <= 0;
    }

    /** {@return ms until there is something to do; negative when there never is} */
    long nextMs() {
        if (options.limitMs() == 0) {
            return WITHOUT_END;
        }
        long leftMs = msUntil(endNanos);
        return Math.max(1, warning ? Math.min(leftMs, msUntil(warningNanos)) : leftMs);
    }

    boolean warningDue() {
        return warning && msUntil(warningNanos) <= 0;
    }

    /** {@return the warning that is due; the next one is set} */
    BridgeOptions.LimitWarning warned() {
        BridgeOptions.LimitWarning settings = Objects.requireNonNull(options.warning());
        warning = settings.repeatMs() > 0;
        warningNanos += settings.repeatMs() * NS_PER_MS;
        return settings;
    }

    private static long msUntil(long nanos) {
        return (nanos - System.nanoTime() + NS_PER_MS - 1) / NS_PER_MS;
    }
}
