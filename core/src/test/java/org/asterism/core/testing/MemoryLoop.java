package org.asterism.core.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asterism.core.media.MediaLoop;
import org.jspecify.annotations.Nullable;

/** A media loop whose 20 ms last one: whoever waits for audio in a test waits a twentieth of its length. */
public final class MemoryLoop implements MediaLoop, AutoCloseable {
    private final List<Runnable> everyTick = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService executor;
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     */
    public MemoryLoop(String name) {
        executor = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread made = Thread.ofPlatform().name(name).daemon().unstarted(runnable);
            thread = made;
            return made;
        });
        executor.scheduleWithFixedDelay(() -> everyTick.forEach(Runnable::run), 1, 1, TimeUnit.MILLISECONDS);
    }

    /**
     * Has something done at every tick.
     *
     * @param action does not block or throw
     * @return ends it
     */
    public Runnable everyTick(Runnable action) {
        everyTick.add(action);
        return () -> everyTick.remove(action);
    }

    @Override
    public boolean execute(Runnable command) {
        try {
            executor.execute(command);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    @Override
    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
