package org.asterism.iax2.peer;

import org.asterism.core.net.PeerAddress;
import org.asterism.core.time.Timer;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.DialogFailure;
import org.asterism.iax2.engine.DialogListener;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.peer.QualifyState.Event;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks one peer with POKE (RFC 5456 section 6.7.1) as often as its {@code qualify…} options say. A check in progress has a
 * deadline, and so has the pause after it. Lives on its shard's thread; {@link #state} and {@link #lastMs} may be read anywhere.
 */
final class Qualify implements DialogListener {
    /** Told of changes between states; on the shard's thread. */
    @FunctionalInterface
    interface Listener {
        /**
         * The peer has come to another state.
         *
         * @param state  the new state
         * @param rttMs  the round trip that decided, or that of before when there was no answer
         */
        void onChange(QualifyState state, int rttMs);
    }

    private static final int LONGEST_WAIT_MS = 20_000;

    private final Iax2Socket socket;
    private final Listener listener;
    private final Timer timer = new Timer() {
        @Override
        protected void expire(long nowMs) {
            if (waiting) {
                unanswered();
            } else {
                poke();
            }
        }
    };

    private Peer.Qualify options;
    private @Nullable PeerAddress target;
    private @Nullable Dialog dialog;
    private boolean waiting;
    private long sentAtMs;
    private int historicMs;
    private volatile QualifyState state = QualifyState.UNKNOWN;
    private volatile int lastMs;

    Qualify(Iax2Socket socket, Peer.Qualify options, Listener listener) {
        this.socket = socket;
        this.options = options;
        this.listener = listener;
    }

    QualifyState state() {
        return state;
    }

    /** The round trip of the last check that was answered, in ms; 0 before. */
    int lastMs() {
        return lastMs;
    }

    /** Uses other options from the next check on. */
    void options(Peer.Qualify newOptions) {
        options = newOptions;
        aim(target, 0);
    }

    /**
     * Checks an address from now on.
     *
     * @param address where, or null when the peer has none
     * @param delayMs until the first check
     */
    void aim(@Nullable PeerAddress address, long delayMs) {
        closeDialog();
        target = address;
        if (address == null || !options.isOn()) {
            socket.shard().timers().cancel(timer);
            on(options.isOn() ? Event.FORGOTTEN : Event.SWITCHED_OFF);
        } else {
            schedule(delayMs);
        }
    }

    void stop() {
        closeDialog();
        socket.shard().timers().cancel(timer);
    }

    /** The one place where the state changes. */
    private void on(Event event) {
        QualifyState next = state.after(event);
        boolean changed = next != state;
        state = next;
        if (changed && event != Event.FORGOTTEN && event != Event.SWITCHED_OFF) {
            listener.onChange(next, lastMs);
        }
    }

    private void poke() {
        PeerAddress address = target;
        if (address == null) {
            return;
        }
        closeDialog();
        Dialog opened = socket.shard().open(address, this);
        int patienceMs = state == QualifyState.UNREACHABLE
                ? options.notOkEveryMs() / 6 * 5
                : Math.min(LONGEST_WAIT_MS + options.maxMs(), options.okEveryMs() / 6 * 5);
        schedule(Math.max(1, patienceMs));
        waiting = true;
        if (opened != null) {
            dialog = opened;
            sentAtMs = socket.shard().nowMs();
            opened.assumeRtt(options.maxMs() / 8);
            opened.send(IaxCommand.POKE, opened.compose().empty(InformationElement.CALL_TOKEN));
        }
    }

    @Override
    public void onFrame(Dialog from, FullFrame frame, FrameElements elements) {
        if (frame.type() == FrameType.IAX && frame.command() == IaxCommand.PONG) {
            int rttMs = Math.clamp(socket.shard().nowMs() - sentAtMs, 1, Integer.MAX_VALUE);
            closeDialog();
            answered(rttMs);
        }
    }

    @Override
    public void onFailed(Dialog from, DialogFailure why) {
        dialog = null;
    }

    private void answered(int rttMs) {
        historicMs = options.smoothing() && historicMs > 0 ? (rttMs + historicMs) / 2 : rttMs;
        lastMs = rttMs;
        boolean inTime = historicMs <= options.maxMs();
        schedule(inTime ? options.okEveryMs() : options.notOkEveryMs());
        on(inTime ? Event.ANSWERED_IN_TIME : Event.ANSWERED_LATE);
    }

    private void unanswered() {
        closeDialog();
        schedule(options.notOkEveryMs());
        on(Event.NOT_ANSWERED);
    }

    private void schedule(long delayMs) {
        waiting = false;
        socket.shard().timers().schedule(timer, socket.shard().nowMs() + delayMs);
    }

    private void closeDialog() {
        Dialog open = dialog;
        dialog = null;
        if (open != null) {
            open.close();
        }
    }
}
