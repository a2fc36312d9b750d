package org.asterism.core.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import org.asterism.core.media.Format;
import org.asterism.core.media.FrameQueue;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaPort;
import org.asterism.core.media.MediaSink;
import org.asterism.core.media.Translation;
import org.asterism.core.media.Translator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what a leg's party says. The leg's loop only copies frames to a bounded queue; a thread of the recording's own looks
 * there a few times a second, translates and writes. Frames it is too late for are dropped and counted.
 */
public final class Recording {
    /** More than two seconds of frames of 20 ms. */
    private static final int QUEUE_FRAMES = 128;

    private static final int QUEUE_FRAME_BYTES = 1280;
    private static final long INTERVAL_MS = 100;
    private static final long STOP_LIMIT_MS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    private final MediaPort port;
    private final Path path;
    private final SoundWriter writer;
    private final FrameQueue queue = new FrameQueue(QUEUE_FRAMES, QUEUE_FRAME_BYTES);
    private final SilenceMeter silence = new SilenceMeter();
    private final MediaSink taker = this::take;
    private final Thread thread;

    // The recording's thread only.
    private @Nullable Format format;
    private @Nullable Translator translator;

    private volatile boolean stopping;
    private volatile LongUnaryOperator cutAtEnd = _ -> 0;
    private volatile boolean failed;
    private volatile long recordedMs;
    private volatile long silentMs;

    private Recording(MediaPort port, Path path, SoundWriter writer) {
        this.port = port;
        this.path = path;
        this.writer = writer;
        this.thread = Thread.ofVirtual().name("recording " + path.getFileName()).unstarted(this::write);
    }

    /**
     * Begins to record.
     *
     * @param port   of the party
     * @param path   the file, replaced where there is one
     * @param type   its kind
     * @param append whether audio is added to a file that is there
     * @return the recording, to be {@linkplain #stop stopped}
     * @throws IOException the file cannot be written
     */
    public static Recording start(MediaPort port, Path path, SoundFileType type, boolean append) throws IOException {
        Recording recording = new Recording(port, path, new SoundWriter(path, type, append));
        recording.thread.start();
        port.listen(recording.queue::offer);
        return recording;
    }

    /** {@return how much has been recorded, in ms of audio} */
    public long recordedMs() {
        return recordedMs;
    }

    /** {@return how long the party has been silent at the end of what has been recorded, in ms} */
    public long silentMs() {
        return silentMs;
    }

    /** {@return whether writing failed; the log has the reason, and nothing more is recorded} */
    public boolean failed() {
        return failed;
    }

    /** {@return frames that are missing in the file} */
    public long droppedFrames() {
        return queue.droppedFull() + queue.droppedOversized();
    }

    /**
     * Ends the recording and closes the file.
     *
     * @param cutMs how much of its end is left out, in ms
     */
    public void stop(long cutMs) {
        end(_ -> cutMs);
    }

    /**
     * Ends the recording as {@link #stop} does, and cuts the silence at its end, all that came until now, down to a rest.
     *
     * @param keptMs how much of the silence stays, in ms
     */
    public void stopAfterSilence(long keptMs) {
        end(silentAtEndMs -> silentAtEndMs - keptMs);
    }

    private void end(LongUnaryOperator cut) {
        port.listen(null);
        cutAtEnd = cut;
        stopping = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(Duration.ofMillis(STOP_LIMIT_MS))) {
                LOG.error("Recording {} could not be closed within {} ms", path, STOP_LIMIT_MS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (droppedFrames() > 0) {
            LOG.warn("Recording {} lacks {} frames, the disk was too slow", path, droppedFrames());
        }
    }

    private void write() {
        try (writer) {
            boolean last = false;
            while (!failed && !last) {
                last = stopping;
                while (!failed && queue.poll(taker)) {
                    // Each frame is written by take.
                }
                if (!last) {
                    LockSupport.parkNanos(INTERVAL_MS * 1_000_000L);
                }
            }
            long cutMs = cutAtEnd.applyAsLong(silence.silentMs());
            if (cutMs > 0 && !failed) {
                writer.cut(cutMs);
            }
        } catch (IOException e) {
            failed = true;
            LOG.error("Recording {} cannot be finished: {}", path, e.toString());
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread is the only writer
    private void take(MediaFrame frame) {
        silence.hear(frame);
        silentMs = silence.silentMs();
        MediaFrame result = translated(frame);
        try {
            if (result != null) {
                writer.write(result);
                recordedMs += result.format().milliseconds(result.length());
            }
        } catch (IOException e) {
            failed = true;
            LOG.error("Recording {} cannot be written: {}", path, e.toString());
        }
    }

    private @Nullable MediaFrame translated(MediaFrame frame) {
        if (frame.format() == writer.format()) {
            return frame;
        }
        if (frame.format() != format) {
            format = frame.format();
            translator = Translation.between(frame.format(), writer.format());
            if (translator == null) {
                failed = true;
                LOG.error(
                        "Recording {}: {} cannot be translated to {}",
                        path,
                        format.label(),
                        writer.format().label());
            }
        }
        return translator == null ? null : translator.translate(frame);
    }
}
