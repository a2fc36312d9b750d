package org.asterism.iax2.engine;

import org.asterism.core.time.Timer;
import org.asterism.iax2.wire.IaxCommand;

/**
 * The one timer of a dialog, for all that happens to it by time alone: retransmission (RFC 5456 section 7.2.1, with Asterisk's
 * schedule), PING and LAGRQ (section 6.7), and the end of a goodbye that nobody acknowledges.
 */
final class DialogTimer extends Timer {
    private static final int ASSUMED_RTT_MS = 1000;

    private final Dialog dialog;
    private int rttMs = ASSUMED_RTT_MS;
    private long pingAtMs = SendWindow.NEVER;
    private long lagRequestAtMs = SendWindow.NEVER;
    private long finishAtMs = SendWindow.NEVER;

    DialogTimer(Dialog dialog) {
        this.dialog = dialog;
    }

    int rttMs() {
        return rttMs;
    }

    void rttMs(int newRttMs) {
        rttMs = Math.max(1, newRttMs);
    }

    void keepAlive() {
        if (pingAtMs == SendWindow.NEVER) {
            long nowMs = dialog.shard.nowMs();
            pingAtMs = nowMs + dialog.shard.settings().pingMs();
            lagRequestAtMs = nowMs + dialog.shard.settings().lagRequestMs();
            reschedule();
        }
    }

    void finishAt(long deadlineMs) {
        pingAtMs = SendWindow.NEVER;
        lagRequestAtMs = SendWindow.NEVER;
        finishAtMs = deadlineMs;
        reschedule();
    }

    void cancel() {
        dialog.shard.timers().cancel(this);
    }

    void reschedule() {
        if (dialog.state() == DialogState.CLOSED) {
            return;
        }
        long dueMs = Math.min(Math.min(dialog.sender.nextDueMs(), finishAtMs), Math.min(pingAtMs, lagRequestAtMs));
        if (dueMs == SendWindow.NEVER) {
            cancel();
        } else if (!isScheduled() || deadlineMs() != dueMs) {
            dialog.shard.timers().schedule(this, dueMs);
        }
    }

    @Override
    protected void expire(long nowMs) {
        if (nowMs >= finishAtMs) {
            dialog.close();
            return;
        }
        if (dialog.sender.retransmit(nowMs)) {
            probe(nowMs);
            reschedule();
        }
    }

    private void probe(long nowMs) {
        boolean known = dialog.remoteCall() != CallNumbers.NONE;
        if (nowMs >= pingAtMs) {
            pingAtMs = nowMs + dialog.shard.settings().pingMs();
            if (known) {
                dialog.send(IaxCommand.PING);
            }
        }
        if (nowMs >= lagRequestAtMs) {
            lagRequestAtMs = nowMs + dialog.shard.settings().lagRequestMs();
            if (known) {
                dialog.send(IaxCommand.LAGRQ);
            }
        }
    }
}
