package org.asterism.core;

import java.util.concurrent.CountDownLatch;
import org.asterism.core.log.Verbose;
import org.jspecify.annotations.Nullable;

/** Decides when the process ends. Safe for any thread. */
final class ProcessLife {
    private final Switchboard switchboard;
    private final CountDownLatch booted = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);
    private LifeState state = LifeState.STARTING;
    private boolean restart;

    ProcessLife(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /**
     * Where an event leads.
     *
     * @param state the state before
     * @param event what happens
     * @return the state after, or {@code null} when the event means nothing in this state
     */
    static @Nullable LifeState next(LifeState state, LifeEvent event) {
        return switch (state) {
            case STARTING ->
                switch (event) {
                    case BOOTED -> LifeState.RUNNING;
                    case END_NOW, END_GRACEFULLY, END_WHEN_CONVENIENT -> LifeState.ENDING;
                    case ABORT, IDLE -> null;
                };
            case RUNNING ->
                switch (event) {
                    case END_NOW -> LifeState.ENDING;
                    case END_GRACEFULLY -> LifeState.DRAINING;
                    case END_WHEN_CONVENIENT -> LifeState.AWAITING_INACTIVITY;
                    case BOOTED, ABORT, IDLE -> null;
                };
            case AWAITING_INACTIVITY ->
                switch (event) {
                    case END_NOW, IDLE -> LifeState.ENDING;
                    case END_GRACEFULLY -> LifeState.DRAINING;
                    case ABORT -> LifeState.RUNNING;
                    case BOOTED, END_WHEN_CONVENIENT -> null;
                };
            case DRAINING ->
                switch (event) {
                    case END_NOW, IDLE -> LifeState.ENDING;
                    case ABORT -> LifeState.RUNNING;
                    case BOOTED, END_GRACEFULLY, END_WHEN_CONVENIENT -> null;
                };
            case ENDING -> null;
        };
    }

    /** {@return what the process is doing} */
    synchronized LifeState state() {
        return state;
    }

    /** {@return whether the end is followed by a new start} */
    synchronized boolean restarts() {
        return restart;
    }

    /** All modules have been started. */
    void markBooted() {
        fire(LifeEvent.BOOTED);
        booted.countDown();
    }

    /**
     * Asks for the end.
     *
     * @param how       {@link LifeEvent#END_NOW} or one of its gentle forms
     * @param startAnew whether to start again afterwards
     * @return whether it was accepted; not when the end is near already
     */
    boolean end(LifeEvent how, boolean startAnew) {
        synchronized (this) {
            if (next(state, how) == null) {
                Verbose.say(0, "Ignoring shutdown request, already in progress.");
                return false;
            }
            restart = startAnew;
            fire(how);
        }
        checkIdle();
        return true;
    }

    /**
     * Cancels an end that still waits.
     *
     * @return whether there was one
     */
    boolean abort() {
        return fire(LifeEvent.ABORT);
    }

    /** Ends the process if it waits for the last call and that is over. */
    void checkIdle() {
        if (switchboard.channels().count() == 0) {
            fire(LifeEvent.IDLE);
        }
    }

    /** {@return whether all modules have been started} */
    boolean booted() {
        return booted.getCount() == 0;
    }

    /**
     * Waits until all modules have been started.
     *
     * @throws InterruptedException the thread was interrupted
     */
    void awaitBooted() throws InterruptedException {
        booted.await();
    }

    /**
     * Waits until the process is to end.
     *
     * @throws InterruptedException the thread was interrupted
     */
    void awaitEnding() throws InterruptedException {
        ending.await();
    }

    private synchronized boolean fire(LifeEvent event) {
        LifeState to = next(state, event);
        if (to == null) {
            return false;
        }
        state = to;
        switchboard.draining(to == LifeState.DRAINING || to == LifeState.ENDING);
        switch (to) {
            case AWAITING_INACTIVITY, DRAINING ->
                Verbose.say(0, "Waiting for inactivity to perform " + (restart ? "restart" : "halt") + "...");
            case ENDING -> {
                if (event != LifeEvent.IDLE) {
                    switchboard.endNow();
                }
                Verbose.say(0, "Beginning asterism shutdown....");
                ending.countDown();
            }
            case RUNNING -> {
                if (event == LifeEvent.ABORT) {
                    Verbose.say(0, "Asterism shutdown cancelled.");
                }
            }
            case STARTING -> {}
        }
        return true;
    }
}
