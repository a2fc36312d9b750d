package org.asterism.core.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.asterism.core.channel.CallLeg;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.Indication;
import org.asterism.core.media.Format;
import org.jspecify.annotations.Nullable;

/** A leg in memory. What the switch does to it is in {@link #done}; the far end acts through {@link Channel#legEvents}. */
public final class MemoryLeg implements CallLeg {
    private final Channel channel;
    private final MemoryLoop loop;
    private final MemoryPort port;
    private final Consumer<MemoryLeg> whenCalled;
    private final List<String> done = new CopyOnWriteArrayList<>();

    MemoryLeg(Channel channel, MemoryLoop loop, Format format, boolean relays, Consumer<MemoryLeg> whenCalled) {
        this.channel = channel;
        this.loop = loop;
        this.whenCalled = whenCalled;
        this.port = new MemoryPort(loop, format, relays, channel.legEvents()::onMediaEnded);
    }

    /** {@return the channel it is a half of} */
    public Channel channel() {
        return channel;
    }

    /** {@return what the switch did to this leg, in order: such as {@code answer}, {@code indicate RINGING}, {@code hangup 16}} */
    public List<String> done() {
        return done;
    }

    @Override
    public void call() {
        done.add("call");
        loop.execute(() -> whenCalled.accept(this));
    }

    @Override
    public void answer() {
        done.add("answer");
    }

    @Override
    public void indicate(Indication indication, @Nullable String text) {
        done.add("indicate " + indication);
    }

    @Override
    public void beginDigit(char digit) {
        done.add("begin " + digit);
    }

    @Override
    public void endDigit(char digit, int durationMs) {
        done.add("end " + digit);
    }

    @Override
    public void sendText(String text) {
        done.add("text " + text);
    }

    @Override
    public void hangup(int cause) {
        done.add("hangup " + cause);
        port.close();
    }

    @Override
    public MemoryPort media() {
        return port;
    }
}
