package org.asterism.core.sound;

import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.Samples;
import org.asterism.core.media.Translation;
import org.asterism.core.media.Translator;
import org.jspecify.annotations.Nullable;

/** Tells how long a party has been silent. One thread; allocates nothing while the format stays. */
final class SilenceMeter {
    /** The mean size of samples below which a frame counts as silent: Asterisk's default {@code silencethreshold}. */
    static final int THRESHOLD = 256;

    private @Nullable Format format;
    private @Nullable Translator translator;
    private long silentMs;

    /**
     * Takes a frame into account.
     *
     * @param frame audio of any format
     */
    void hear(MediaFrame frame) {
        if (frame.format() != format) {
            format = frame.format();
            translator = Translation.between(frame.format(), Format.SLIN);
        }
        MediaFrame linear =
                frame.format() == Format.SLIN ? frame : translator == null ? null : translator.translate(frame);
        if (linear == null) {
            return;
        }
        silentMs = meanSize(linear) < THRESHOLD ? silentMs + linear.format().milliseconds(linear.length()) : 0;
    }

    /** {@return how long the silence has lasted up to now, in ms of audio; 0 while the party is heard} */
    long silentMs() {
        return silentMs;
    }

    private static int meanSize(MediaFrame linear) {
        int count = linear.length() / Samples.SLIN_BYTES;
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(linear.memory().get(Samples.SLIN, linear.offset() + (long) i * Samples.SLIN_BYTES));
        }
        return count == 0 ? 0 : (int) (sum / count);
    }
}
