package org.asterism.core.media;

/** Takes the audio that arrives on a leg. Called on the leg's loop, must not block, and must copy what it keeps. */
@FunctionalInterface
public interface MediaSink {
    /**
     * Takes a frame.
     *
     * @param frame the audio, valid during this call only
     */
    void onFrame(MediaFrame frame);
}
