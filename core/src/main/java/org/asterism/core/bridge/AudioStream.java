package org.asterism.core.bridge;

import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.core.media.Format;
import org.asterism.core.media.FrameQueue;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaPort;
import org.asterism.core.media.MediaSink;
import org.asterism.core.media.Translation;
import org.asterism.core.media.Translator;
import org.jspecify.annotations.Nullable;

/**
 * Audio from one leg to another, translated where they differ. Where both belong to one loop a frame is written as it arrives; else
 * it is copied to a bounded queue that the other loop empties. Nothing is allocated per frame.
 *
 * <p>{@link #start} and {@link #stop} are for any thread.
 */
public final class AudioStream {
    /** Frames that may wait for the other loop: 640 ms, more than any loop is ever late. */
    private static final int QUEUE_FRAMES = 32;
    /** 40 ms of the widest linear format. */
    private static final int QUEUE_FRAME_BYTES = 1280;

    private final MediaPort from;
    private final MediaPort to;
    private final Format wanted;

    private final @Nullable FrameQueue queue;
    private final AtomicBoolean emptying = new AtomicBoolean();
    /** One object for every wake-up, and one for every frame. */
    private final Runnable empty = this::emptyQueue;

    private final MediaSink writer = this::write;

    /** Used by the loop that writes: the one of {@link #to}. */
    private @Nullable Translator translator;

    private @Nullable Format translated;

    /** Counted by the writing loop, read by others when it is over. */
    private volatile long untranslatable;

    /** Counted by the loop of {@link #from}. */
    private volatile long refused;

    /**
     * @param from whose party is heard
     * @param to   whose party hears
     */
    public AudioStream(MediaPort from, MediaPort to) {
        this.from = from;
        this.to = to;
        this.wanted = to.format();
        this.queue = from.loop().equals(to.loop()) ? null : new FrameQueue(QUEUE_FRAMES, QUEUE_FRAME_BYTES);
    }

    /** Lets audio flow from now on. */
    public void start() {
        from.listen(queue == null ? writer : this::enqueue);
    }

    /** Stops the flow. */
    public void stop() {
        from.listen(null);
    }

    /** {@return frames that were dropped because there is no way between the two formats} */
    public long untranslatable() {
        return untranslatable;
    }

    /** {@return frames that were dropped because the other loop was behind, or they were too long to be queued} */
    public long dropped() {
        return refused + (queue == null ? 0 : queue.droppedFull() + queue.droppedOversized());
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // the writing loop is the only writer
    private void write(MediaFrame frame) {
        if (frame.format() == wanted) {
            to.write(frame);
            return;
        }
        if (frame.format() != translated) {
            translated = frame.format();
            translator = Translation.between(frame.format(), wanted);
        }
        if (translator == null) {
            untranslatable++;
            return;
        }
        MediaFrame result = translator.translate(frame);
        if (result != null) {
            to.write(result);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // the loop that the audio comes from is the only writer
    private void enqueue(MediaFrame frame) {
        if (queue != null && queue.offer(frame) && emptying.compareAndSet(false, true)) {
            if (!to.loop().execute(empty)) {
                refused++;
                emptying.set(false);
            }
        }
    }

    private void emptyQueue() {
        emptying.set(false);
        FrameQueue frames = queue;
        if (frames != null) {
            while (frames.poll(writer)) {
                // Each frame is written by the sink.
            }
        }
    }
}
