package org.asterism.core.module;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a module's code on a thread of its own and waits no longer than its deadline. */
final class BoundedCall {
    private BoundedCall() {}

    /**
     * Runs it.
     *
     * @param threadName names the thread, for thread dumps
     * @param loader     the context class loader, for the libraries of the module
     * @param deadlineMs how long to wait, in milliseconds; then the thread is interrupted
     * @param body       what to run
     * @param <T>        its result
     * @return its result
     * @throws ExecutionException its exception
     * @throws TimeoutException   it was not done in time, or this thread was interrupted
     */
    static <T> T run(String threadName, ClassLoader loader, long deadlineMs, Callable<T> body)
            throws ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(body);
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name(threadName)
                .inheritInheritableThreadLocals(false)
                .unstarted(task);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get(deadlineMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw e;
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
