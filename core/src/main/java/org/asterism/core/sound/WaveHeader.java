package org.asterism.core.sound;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.asterism.core.media.Format;

/**
 * Where the audio of a RIFF WAVE file is, and in which format.
 *
 * @param format its encoding
 * @param offset where the samples begin, in bytes
 * @param length how long they are, in bytes
 */
record WaveHeader(Format format, long offset, long length) {
    /** Length of the header that {@link #write} makes, in bytes. */
    static final int LENGTH = 44;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;

    private static final int CODE_PCM = 1;
    private static final int CODE_ALAW = 6;
    private static final int CODE_ULAW = 7;
    private static final int CODE_EXTENSIBLE = 0xFFFE;

    /**
     * Reads the header.
     *
     * @param name for the message
     * @param file the file's content
     * @return where its audio is
     * @throws SoundFormatException it is no WAVE file, or not mono of 8 or 16 kHz
     */
    static WaveHeader read(String name, MemorySegment file) throws SoundFormatException {
        if (file.byteSize() < 12 || file.get(INT, 0) != RIFF || file.get(INT, 8) != WAVE) {
            throw new SoundFormatException(name + " is no RIFF WAVE file");
        }
        Format format = null;
        long place = 12;
        while (place + 8 <= file.byteSize()) {
            int chunk = file.get(INT, place);
            long length = file.get(INT, place + 4) & 0xFFFFFFFFL;
            long body = place + 8;
            long available = Math.min(length, file.byteSize() - body);
            if (chunk == FMT && available >= 16) {
                format = format(name, file, body, available);
            } else if (chunk == DATA) {
                if (format == null) {
                    throw new SoundFormatException(name + " has no format chunk before its samples");
                }
                return new WaveHeader(format, body, available);
            }
            place = body + length + (length & 1);
        }
        throw new SoundFormatException(name + " has no samples");
    }

    private static Format format(String name, MemorySegment file, long body, long length) throws SoundFormatException {
        int code = file.get(SHORT, body) & 0xFFFF;
        int channels = file.get(SHORT, body + 2) & 0xFFFF;
        int rate = file.get(INT, body + 4);
        int bits = file.get(SHORT, body + 14) & 0xFFFF;
        if (code == CODE_EXTENSIBLE && length >= 26) {
            code = file.get(SHORT, body + 24) & 0xFFFF;
        }
        if (channels == 1 && code == CODE_PCM && bits == 16 && rate == 8000) {
            return Format.SLIN;
        }
        if (channels == 1 && code == CODE_PCM && bits == 16 && rate == 16000) {
            return Format.SLIN16;
        }
        if (channels == 1 && code == CODE_ULAW && rate == 8000) {
            return Format.ULAW;
        }
        if (channels == 1 && code == CODE_ALAW && rate == 8000) {
            return Format.ALAW;
        }
        throw new SoundFormatException(name + " is " + channels + "-channel audio of " + rate + " Hz, " + bits
                + " bits, code " + code + "; convert it to mono 16-bit PCM of 8000 or 16000 Hz, with:"
                + " sox in.wav -c 1 -r 8000 -b 16 out.wav");
    }

    /**
     * Writes the header of a file of linear samples.
     *
     * @param target     where to, at offset 0
     * @param sampleRate samples per second
     * @param dataBytes  length of the samples, in bytes
     */
    static void write(MemorySegment target, int sampleRate, long dataBytes) {
        target.set(INT, 0, RIFF);
        target.set(INT, 4, (int) (dataBytes + LENGTH - 8));
        target.set(INT, 8, WAVE);
        target.set(INT, 12, FMT);
        target.set(INT, 16, 16);
        target.set(SHORT, 20, (short) CODE_PCM);
        target.set(SHORT, 22, (short) 1);
        target.set(INT, 24, sampleRate);
        target.set(INT, 28, sampleRate * 2);
        target.set(SHORT, 32, (short) 2);
        target.set(SHORT, 34, (short) 16);
        target.set(INT, 36, DATA);
        target.set(INT, 40, (int) dataBytes);
    }
}
