package org.asterism.core.media.gsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.Random;
import org.asterism.core.testing.AllocationMeter;
import org.junit.jupiter.api.Test;

/** Against vectors that another implementation (sox) made of speech, a chirp and noise at full level. */
class GsmTest {
    private static final int SPEECH_BYTES = 320;

    @Test
    void shouldEncodeToTheSameBits() throws IOException {
        MemorySegment speech = load("speech.sln");
        MemorySegment expected = load("speech.gsm");
        GsmEncoder encoder = new GsmEncoder();
        MemorySegment frame = Arena.ofAuto().allocate(GsmDecoder.FRAME_BYTES);
        for (int i = 0; i < speech.byteSize() / SPEECH_BYTES; i++) {
            encoder.encode(speech, (long) i * SPEECH_BYTES, frame, 0);
            assertThat(frame.toArray(ValueLayout.JAVA_BYTE))
                    .describedAs("frame %d", i)
                    .isEqualTo(expected.asSlice((long) i * GsmDecoder.FRAME_BYTES, GsmDecoder.FRAME_BYTES)
                            .toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Test
    void shouldDecodeToTheSameSamples() throws IOException {
        MemorySegment coded = load("speech.gsm");
        MemorySegment expected = load("decoded.sln");
        GsmDecoder decoder = new GsmDecoder();
        MemorySegment samples = Arena.ofAuto().allocate(SPEECH_BYTES);
        for (int i = 0; i < coded.byteSize() / GsmDecoder.FRAME_BYTES; i++) {
            decoder.decode(coded, (long) i * GsmDecoder.FRAME_BYTES, samples, 0);
            assertThat(samples.toArray(ValueLayout.JAVA_BYTE))
                    .describedAs("frame %d", i)
                    .isEqualTo(expected.asSlice((long) i * SPEECH_BYTES, SPEECH_BYTES)
                            .toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Test
    void shouldTakeAnyBits() {
        GsmDecoder decoder = new GsmDecoder();
        MemorySegment frame = Arena.ofAuto().allocate(GsmDecoder.FRAME_BYTES);
        MemorySegment samples = Arena.ofAuto().allocate(SPEECH_BYTES);
        Random random = new Random(20261121);
        for (int i = 0; i < 2000; i++) {
            for (int k = 0; k < GsmDecoder.FRAME_BYTES; k++) {
                frame.set(ValueLayout.JAVA_BYTE, k, (byte) random.nextInt());
            }
            decoder.decode(frame, 0, samples, 0);
        }
    }

    @Test
    void shouldNotAllocatePerFrame() throws IOException {
        MemorySegment speech = load("speech.sln");
        MemorySegment frame = Arena.ofAuto().allocate(GsmDecoder.FRAME_BYTES);
        MemorySegment samples = Arena.ofAuto().allocate(SPEECH_BYTES);
        GsmEncoder encoder = new GsmEncoder();
        GsmDecoder decoder = new GsmDecoder();
        assertThat(AllocationMeter.leastBytes(200, () -> {
                    encoder.encode(speech, 0, frame, 0);
                    decoder.decode(frame, 0, samples, 0);
                }))
                .isZero();
    }

    private static MemorySegment load(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GsmTest.class.getResourceAsStream(name))) {
            byte[] bytes = in.readAllBytes();
            MemorySegment memory = Arena.ofAuto().allocate(bytes.length);
            MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
            return memory;
        }
    }
}
