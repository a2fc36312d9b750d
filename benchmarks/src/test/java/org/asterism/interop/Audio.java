package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Audio of 8,000 samples a second to send through calls, and its comparison, sample for sample, with what came back. */
final class Audio {
    private static final AudioFormat WAV = new AudioFormat(8000, 16, 1, true, false);
    private static final int NEEDLE = 64;
    private static final int EDGE_SAMPLES = 8000;

    private Audio() {}

    /** Noise that is the same for the same seed and survives µ-law unchanged. */
    static short[] noise(int seconds, long seed) {
        Random random = new Random(seed);
        short[] samples = new short[seconds * 8000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = linear((byte) random.nextInt(256));
        }
        return samples;
    }

    /** One byte of µ-law as a sample (ITU-T G.711). */
    static short linear(byte ulaw) {
        int bits = ~ulaw & 0xFF;
        int magnitude = ((((bits & 0x0F) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
        return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    /** The µ-law byte of a sample that {@link #noise} made. */
    static byte ulaw(short sample) {
        for (int code = 0; code < 256; code++) {
            if (linear((byte) code) == sample) {
                return (byte) code;
            }
        }
        throw new IllegalArgumentException(sample + " is not a value of µ-law");
    }

    static void writeWav(Path file, short[] samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), WAV, samples.length),
                AudioFileFormat.Type.WAVE,
                file.toFile());
    }

    static short[] readWav(Path file) throws IOException {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(stream.getFormat().matches(WAV))
                    .as("%s is %s", file, stream.getFormat())
                    .isTrue();
            ByteBuffer bytes = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[bytes.remaining() / 2];
            bytes.asShortBuffer().get(samples);
            return samples;
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    static void writeUlaw(Path file, short[] samples) throws IOException {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = ulaw(samples[i]);
        }
        Files.write(file, bytes);
    }

    static short[] readUlaw(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        short[] samples = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = linear(bytes[i]);
        }
        return samples;
    }

    /**
     * Asserts that what was heard is what was played, sample for sample, but for at most a second that is missing at its start and at
     * its end, where a call is set up and torn down: on a busy machine that takes a while.
     */
    static void assertHeard(short[] played, short[] heard) {
        int edge = EDGE_SAMPLES;
        assertThat(played.length).isGreaterThanOrEqualTo(3 * edge);
        int offset = indexOf(heard, Arrays.copyOfRange(played, edge, edge + NEEDLE)) - edge;
        assertThat(offset)
                .as("where in %d samples the %d played begin", heard.length, played.length)
                .isGreaterThan(-edge - 1);
        int first = Math.max(0, -offset);
        int last = Math.min(played.length, heard.length - offset);
        assertThat(last).as("samples heard").isGreaterThanOrEqualTo(played.length - edge);
        assertThat(Arrays.copyOfRange(heard, offset + first, offset + last))
                .isEqualTo(Arrays.copyOfRange(played, first, last));
    }

    private static int indexOf(short[] samples, short[] wanted) {
        for (int at = 0; at + wanted.length <= samples.length; at++) {
            if (Arrays.mismatch(samples, at, at + wanted.length, wanted, 0, wanted.length) < 0) {
                return at;
            }
        }
        return Integer.MIN_VALUE / 2;
    }
}
