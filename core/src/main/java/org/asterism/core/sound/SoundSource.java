package org.asterism.core.sound;

import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaSource;
import org.jspecify.annotations.Nullable;

/** Plays a {@link Sound} once. Frames show the sound's own memory; the last one may be shorter than 20 ms. */
final class SoundSource implements MediaSource {
    private final Sound sound;
    private final int step;
    private final MediaFrame frame = new MediaFrame();
    private long offset;
    private long timestampMs;

    SoundSource(Sound sound, long skipMs) {
        this.sound = sound;
        this.step = sound.format().bytesPer20Ms();
        this.offset = skipMs / 20 * step;
    }

    @Override
    public @Nullable MediaFrame next() {
        long left = sound.audio().byteSize() - offset;
        if (left <= 0) {
            return null;
        }
        frame.wrap(sound.format(), sound.audio(), offset, (int) Math.min(left, step), timestampMs);
        offset += step;
        timestampMs += 20;
        return frame;
    }

    @Override
    public Format format() {
        return sound.format();
    }
}
