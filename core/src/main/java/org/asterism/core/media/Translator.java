package org.asterism.core.media;

import org.jspecify.annotations.Nullable;

/**
 * Turns audio of one format into another. One belongs to one stream in one direction, because it may keep state between frames;
 * it is used by one thread at a time and allocates nothing once made. Made by {@link Translation}.
 */
public interface Translator {
    /** Frames with more samples than this are not translated: no sender makes them, at 8 kHz they last half a second. */
    int MAX_SAMPLES = 4096;

    /** {@return the format it takes} */
    Format from();

    /** {@return the format it gives} */
    Format to();

    /**
     * Translates a frame.
     *
     * @param frame audio in {@link #from}
     * @return the audio in {@link #to}, valid until the next call; {@code null} when this frame was too short to complete a frame
     *     of the other format (it is kept and counted to the next) or longer than {@link #MAX_SAMPLES}
     */
    @Nullable
    MediaFrame translate(MediaFrame frame);
}
