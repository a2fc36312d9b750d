package org.asterism.iax2.channel;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asterism.core.location.LocationChange;
import org.asterism.core.location.Registrar;
import org.jspecify.annotations.Nullable;

/**
 * The registrar that is loaded at present: when {@code res_registrar} is unloaded and loaded again, what changes in the new location
 * table is told as before. Looking is enough, because a table changes only after a request that looked for it. Safe for any thread.
 */
final class FollowedRegistrar {
    private final Supplier<@Nullable Registrar> present;
    private final Consumer<LocationChange> onChange;
    private final Consumer<Registrar> onFound;
    private volatile @Nullable Registrar followed;
    private @Nullable Runnable unsubscribe;
    private boolean closed;

    /**
     * @param present  finds it
     * @param onChange is told of changes
     * @param onFound  is told of each registrar that has not been there before; must not block
     */
    FollowedRegistrar(
            Supplier<@Nullable Registrar> present, Consumer<LocationChange> onChange, Consumer<Registrar> onFound) {
        this.present = present;
        this.onChange = onChange;
        this.onFound = onFound;
    }

    /** The registrar; null while no module provides one. */
    @Nullable
    Registrar find() {
        Registrar now = present.get();
        // Without a lock: each registration comes this way.
        return Objects.equals(now, followed) ? now : follow();
    }

    private synchronized @Nullable Registrar follow() {
        Registrar now = present.get();
        if (!closed && !Objects.equals(now, followed)) {
            leave();
            followed = now;
            if (now != null) {
                unsubscribe = now.subscribe(onChange);
                onFound.accept(now);
            }
        }
        return now;
    }

    /** Follows no more. */
    synchronized void close() {
        closed = true;
        leave();
    }

    private void leave() {
        Runnable subscription = unsubscribe;
        unsubscribe = null;
        followed = null;
        if (subscription != null) {
            subscription.run();
        }
    }
}
