package org.asterism.core.media;

/** The one thread that owns a leg's audio. */
public interface MediaLoop {
    /**
     * Has something done by the loop, soon and in order. Safe for any thread; never blocks.
     *
     * @param command what to do, without blocking
     * @return false when the loop is closed or its queue is full, in which case the command will not run
     */
    boolean execute(Runnable command);

    /** {@return whether the calling thread is this loop} */
    boolean inLoop();
}
