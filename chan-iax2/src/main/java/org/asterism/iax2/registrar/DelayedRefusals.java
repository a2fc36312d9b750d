package org.asterism.iax2.registrar;

import org.asterism.core.net.PeerAddress;
import org.asterism.core.time.Timer;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.engine.StatelessRequest;
import org.asterism.iax2.wire.IaxCommand;

/**
 * Holds refusals back for a second ({@code delayreject}), so that guessing passwords takes its time. The request is acknowledged
 * at once, because its sender would repeat it otherwise. Bounded: what finds no room is not answered. Lives on its shard's thread.
 */
public final class DelayedRefusals {
    private static final int DELAY_MS = 1000;
    private static final int CAPACITY = 4096;

    private final Iax2Shard shard;
    private int waiting;

    /**
     * Creates an empty one.
     *
     * @param shard whose timers it uses
     */
    public DelayedRefusals(Iax2Shard shard) {
        this.shard = shard;
    }

    void later(StatelessRequest request, int callNumber, int oseqno) {
        request.reply(IaxCommand.ACK, callNumber, oseqno, null);
        if (waiting == CAPACITY) {
            shard.counters().drop(FrameDrop.REFUSAL_NOT_DELAYED);
            return;
        }
        waiting++;
        shard.timers().schedule(new Refusal(request, callNumber, oseqno), shard.nowMs() + DELAY_MS);
    }

    private final class Refusal extends Timer {
        private final Iax2Socket socket;
        private final PeerAddress to;
        private final int callNumber;
        private final int remoteCall;
        private final int oseqno;
        private final int iseqno;
        private final long timestampMs;

        Refusal(StatelessRequest request, int callNumber, int oseqno) {
            this.socket = request.socket();
            this.to = request.source();
            this.callNumber = callNumber;
            this.remoteCall = request.frame().sourceCall();
            this.oseqno = oseqno;
            this.iseqno = request.frame().oseqno() + 1;
            this.timestampMs = request.frame().timestamp();
        }

        @Override
        protected void expire(long nowMs) {
            waiting--;
            socket.send(
                    to,
                    IaxCommand.REGREJ,
                    callNumber,
                    remoteCall,
                    oseqno,
                    iseqno,
                    timestampMs,
                    RegistrationServer.refusal(shard.compose()));
        }
    }
}
