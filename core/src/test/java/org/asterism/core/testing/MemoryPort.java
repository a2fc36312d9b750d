package org.asterism.core.testing;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntConsumer;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaLoop;
import org.asterism.core.media.MediaPort;
import org.asterism.core.media.MediaSink;
import org.asterism.core.media.MediaSource;
import org.jspecify.annotations.Nullable;

/** A leg's audio in memory: {@link #speak} is the far end's microphone, {@link #heard} its loudspeaker. */
public final class MemoryPort implements MediaPort {
    private final MemoryLoop loop;
    private final Format format;
    private final boolean relays;
    private final IntConsumer mediaEnded;
    private final Runnable noMoreTicks;

    // Owned by the loop.
    private @Nullable MediaSink sink;
    private @Nullable MediaSource source;
    private int number;
    private @Nullable MemoryPort relayedTo;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private volatile boolean relayed;

    MemoryPort(MemoryLoop loop, Format format, boolean relays, IntConsumer mediaEnded) {
        this.loop = loop;
        this.format = format;
        this.relays = relays;
        this.mediaEnded = mediaEnded;
        this.noMoreTicks = loop.everyTick(this::tick);
    }

    /**
     * Lets the far end say something: one frame.
     *
     * @param spoken its format
     * @param audio  the encoded audio
     */
    public void speak(Format spoken, byte[] audio) {
        loop.execute(() -> {
            MemorySegment memory = Arena.ofAuto().allocate(Math.max(1, audio.length));
            MemorySegment.copy(audio, 0, memory, ValueLayout.JAVA_BYTE, 0, audio.length);
            MediaFrame frame = new MediaFrame().wrap(spoken, memory, 0, audio.length, 0);
            if (relayedTo != null) {
                relayedTo.write(frame);
            } else if (sink != null) {
                sink.onFrame(frame);
            }
        });
    }

    /** {@return all audio that was sent to the far end so far} */
    public byte[] heard() {
        synchronized (heard) {
            return heard.toByteArray();
        }
    }

    /** {@return whether audio is relayed at this moment} */
    public boolean relayed() {
        return relayed;
    }

    @Override
    public MediaLoop loop() {
        return loop;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void listen(@Nullable MediaSink newSink) {
        loop.execute(() -> sink = newSink);
    }

    @Override
    public void play(@Nullable MediaSource newSource, int newNumber) {
        loop.execute(() -> {
            source = newSource;
            number = newNumber;
        });
    }

    @Override
    public void write(MediaFrame frame) {
        if (!loop.inLoop()) {
            throw new IllegalStateException("written outside the loop");
        }
        if (frame.format() != format) {
            throw new IllegalStateException(frame.format() + " written to a leg of " + format);
        }
        byte[] bytes = frame.memory().asSlice(frame.offset(), frame.length()).toArray(ValueLayout.JAVA_BYTE);
        synchronized (heard) {
            heard.writeBytes(bytes);
        }
    }

    @Override
    public boolean relay(MediaPort other) {
        if (!relays || !(other instanceof MemoryPort port) || port.loop != loop || port.format != format) {
            return false;
        }
        loop.execute(() -> {
            relayedTo = port;
            port.relayedTo = this;
            relayed = true;
            port.relayed = true;
        });
        return true;
    }

    @Override
    public void endRelay() {
        loop.execute(() -> {
            if (relayedTo != null) {
                relayedTo.relayed = false;
                relayedTo.relayedTo = null;
                relayedTo = null;
                relayed = false;
            }
        });
    }

    void close() {
        noMoreTicks.run();
    }

    private void tick() {
        if (source == null || relayedTo != null) {
            return;
        }
        MediaFrame frame = source.next();
        if (frame == null) {
            source = null;
            mediaEnded.accept(number);
        } else {
            write(frame);
        }
    }
}
