package org.asterism.core.media;

import org.jspecify.annotations.Nullable;

/**
 * Gives audio to a leg, piece by piece: a sound file, a tone, music. Asked every 20 ms by the leg's loop; must not block, and
 * must not allocate once it runs.
 */
public interface MediaSource {
    /**
     * The next 20 ms.
     *
     * @return the audio in a format the leg was told of, valid until the next call; {@code null} when the source is at its end
     */
    @Nullable
    MediaFrame next();

    /** {@return the format of every frame of this source} */
    Format format();

    /**
     * This source in the format a leg wants.
     *
     * @param wanted the format
     * @return this, or a source that translates it; {@code null} when there is no way from this format to the other
     */
    default @Nullable MediaSource in(Format wanted) {
        if (format() == wanted) {
            return this;
        }
        Translator translator = Translation.between(format(), wanted);
        return translator == null ? null : new TranslatedSource(this, translator);
    }
}
