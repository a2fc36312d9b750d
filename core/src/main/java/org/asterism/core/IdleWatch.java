package org.asterism.core;

import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelListener;

/** Lets the process end when it waits for its last call. */
final class IdleWatch implements ChannelListener {
    private final ProcessLife life;

    IdleWatch(ProcessLife life) {
        this.life = life;
    }

    @Override
    public void ended(Channel channel) {
        life.checkIdle();
    }
}
