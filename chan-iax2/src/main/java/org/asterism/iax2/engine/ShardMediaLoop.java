package org.asterism.iax2.engine;

import java.util.concurrent.RejectedExecutionException;
import org.asterism.core.media.MediaLoop;

/** A shard's event loop as the switch's channels see it. */
final class ShardMediaLoop implements MediaLoop {
    private final Iax2Shard shard;

    ShardMediaLoop(Iax2Shard shard) {
        this.shard = shard;
    }

    @Override
    public boolean execute(Runnable command) {
        try {
            shard.loop().execute(command);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    @Override
    public boolean inLoop() {
        return shard.loop().inLoop();
    }
}
