package org.asterism.core.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory that a translator or source writes its frames to, with the frame that shows them. Freed when nothing refers to it. */
public final class FrameBuffer {
    private final Format format;
    private final MemorySegment memory;
    private final MediaFrame frame = new MediaFrame();

    /**
     * @param format of the frames
     * @param bytes  the longest frame, in bytes
     */
    public FrameBuffer(Format format, int bytes) {
        this.format = format;
        this.memory = Arena.ofAuto().allocate(bytes, 8);
    }

    /** {@return where the audio is to be written, from offset 0} */
    public MemorySegment memory() {
        return memory;
    }

    /** {@return the format of the frames} */
    public Format format() {
        return format;
    }

    /**
     * The frame, once its audio has been written.
     *
     * @param length      in bytes
     * @param timestampMs when it was made, in ms of its sender's clock
     * @return the one frame of this buffer
     */
    public MediaFrame frame(int length, long timestampMs) {
        return frame.wrap(format, memory, 0, length, timestampMs);
    }
}
