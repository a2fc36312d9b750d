package org.asterism.core.media;

import org.asterism.core.media.gsm.GsmDecoder;
import org.jspecify.annotations.Nullable;

/** From GSM 06.10 to linear samples; a frame of audio may have several frames of speech. */
final class GsmExpander implements Translator {
    private static final int SPEECH_BYTES = GsmDecoder.SAMPLES * Samples.SLIN_BYTES;

    private final GsmDecoder decoder = new GsmDecoder();
    private final FrameBuffer out = new FrameBuffer(Format.SLIN, MAX_SAMPLES * Samples.SLIN_BYTES);

    @Override
    public Format from() {
        return Format.GSM;
    }

    @Override
    public Format to() {
        return Format.SLIN;
    }

    @Override
    public @Nullable MediaFrame translate(MediaFrame frame) {
        int count = frame.length() / GsmDecoder.FRAME_BYTES;
        if (count == 0 || count * GsmDecoder.SAMPLES > MAX_SAMPLES) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            decoder.decode(
                    frame.memory(),
                    frame.offset() + (long) i * GsmDecoder.FRAME_BYTES,
                    out.memory(),
                    (long) i * SPEECH_BYTES);
        }
        return out.frame(count * SPEECH_BYTES, frame.timestampMs());
    }
}
