package org.asterism.core.media;

import org.jspecify.annotations.Nullable;

/** A source in another format than it was recorded in. */
final class TranslatedSource implements MediaSource {
    private final MediaSource source;
    private final Translator translator;

    TranslatedSource(MediaSource source, Translator translator) {
        this.source = source;
        this.translator = translator;
    }

    @Override
    public @Nullable MediaFrame next() {
        MediaFrame frame = source.next();
        while (frame != null) {
            MediaFrame translated = translator.translate(frame);
            if (translated != null) {
                return translated;
            }
            frame = source.next();
        }
        return null;
    }

    @Override
    public Format format() {
        return translator.to();
    }
}
