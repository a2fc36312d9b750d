package org.asterism.core.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.asterism.core.media.gsm.GsmDecoder;
import org.asterism.core.media.gsm.GsmEncoder;
import org.jspecify.annotations.Nullable;

/** From linear samples to GSM 06.10; samples that do not fill a frame of speech wait for the next ones. */
final class GsmCompressor implements Translator {
    private static final int SPEECH_BYTES = GsmEncoder.SAMPLES * Samples.SLIN_BYTES;
    private static final int MAX_SPEECH_FRAMES = MAX_SAMPLES / GsmEncoder.SAMPLES + 1;

    private final GsmEncoder encoder = new GsmEncoder();
    private final MemorySegment waiting = Arena.ofAuto().allocate(SPEECH_BYTES + MAX_SAMPLES * Samples.SLIN_BYTES, 8);
    private final FrameBuffer out = new FrameBuffer(Format.GSM, MAX_SPEECH_FRAMES * GsmDecoder.FRAME_BYTES);
    private int waitingBytes;

    @Override
    public Format from() {
        return Format.SLIN;
    }

    @Override
    public Format to() {
        return Format.GSM;
    }

    @Override
    public @Nullable MediaFrame translate(MediaFrame frame) {
        int bytes = frame.length() / Samples.SLIN_BYTES * Samples.SLIN_BYTES;
        if (bytes > MAX_SAMPLES * Samples.SLIN_BYTES) {
            return null;
        }
        MemorySegment.copy(frame.memory(), frame.offset(), waiting, waitingBytes, bytes);
        waitingBytes += bytes;
        int count = waitingBytes / SPEECH_BYTES;
        for (int i = 0; i < count; i++) {
            encoder.encode(waiting, (long) i * SPEECH_BYTES, out.memory(), (long) i * GsmDecoder.FRAME_BYTES);
        }
        waitingBytes -= count * SPEECH_BYTES;
        MemorySegment.copy(waiting, (long) count * SPEECH_BYTES, waiting, 0, waitingBytes);
        return count == 0 ? null : out.frame(count * GsmDecoder.FRAME_BYTES, frame.timestampMs());
    }
}
