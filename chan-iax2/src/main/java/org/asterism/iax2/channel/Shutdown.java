package org.asterism.iax2.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.time.Timer;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.engine.Iax2Shard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a shard: every call is hung up, the far ends get a moment to acknowledge, then the sockets close. */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final int FAREWELL_MS = 500;
    private static final int LOOK_EVERY_MS = 20;
    private static final int ANSWER_MS = 5000;

    private final Iax2Shard shard;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Shutdown(Iax2Shard shard) {
        this.shard = shard;
    }

    /** Runs it and waits. The first argument ends what would otherwise begin new dialogs. */
    void run(Runnable stopOthers) {
        try {
            shard.loop().execute(() -> {
                stopOthers.run();
                shard.serveCalls(null);
                shard.serveRegistrations(null);
                hangUp();
                new Farewell().await();
            });
            done.get(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("The IAX2 shard did not end in an orderly way: {}", e.toString());
        }
        shard.loop().close();
    }

    private void hangUp() {
        List<Call> calls = new ArrayList<>();
        shard.forEachDialog(dialog -> {
            if (dialog.listener() instanceof Call call) {
                calls.add(call);
            }
        });
        calls.forEach(call -> call.giveUp(HangupCause.NORMAL_CLEARING, "chan_iax2 is being unloaded"));
    }

    private final class Farewell extends Timer {
        private final long endMs = shard.nowMs() + FAREWELL_MS;

        void await() {
            shard.timers().schedule(this, shard.nowMs() + LOOK_EVERY_MS);
        }

        @Override
        protected void expire(long nowMs) {
            if (shard.dialogs() > 0 && nowMs < endMs) {
                await();
            } else {
                shard.close();
                done.complete(null);
            }
        }
    }
}
