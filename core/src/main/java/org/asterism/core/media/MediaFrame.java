package org.asterism.core.media;

import java.lang.foreign.MemorySegment;

/**
 * A piece of audio on its way: a flyweight over native memory, valid only during the call it is handed to and reused for the
 * next one. Memory is always native ({@code MemorySegment.ofAddress} or an arena), so that accesses stay monomorphic.
 */
public final class MediaFrame {
    private Format format = Format.ULAW;
    private MemorySegment memory = MemorySegment.NULL;
    private long offset;
    private int length;
    private long timestampMs;

    /**
     * Points the frame at a piece of audio.
     *
     * @param newFormat      what it is encoded in
     * @param newMemory      the memory it lies in
     * @param newOffset      where it begins there, in bytes
     * @param newLength      how long it is, in bytes
     * @param newTimestampMs when it was made, in milliseconds of its sender's clock
     * @return this
     */
    public MediaFrame wrap(
            Format newFormat, MemorySegment newMemory, long newOffset, int newLength, long newTimestampMs) {
        format = newFormat;
        memory = newMemory;
        offset = newOffset;
        length = newLength;
        timestampMs = newTimestampMs;
        return this;
    }

    /** {@return the encoding} */
    public Format format() {
        return format;
    }

    /** {@return the memory the audio lies in} */
    public MemorySegment memory() {
        return memory;
    }

    /** {@return where it begins in {@link #memory}, in bytes} */
    public long offset() {
        return offset;
    }

    /** {@return its length in bytes} */
    public int length() {
        return length;
    }

    /** {@return when it was made, in milliseconds of its sender's clock} */
    public long timestampMs() {
        return timestampMs;
    }
}
