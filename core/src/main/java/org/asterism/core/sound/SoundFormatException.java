package org.asterism.core.sound;

import java.io.IOException;

/** A sound file cannot be played: it is damaged, or recorded in a way this switch does not read. */
public final class SoundFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message names the file, what is wrong and what would be right
     */
    public SoundFormatException(String message) {
        super(message);
    }
}
