package org.asterism.core.media;

import org.jspecify.annotations.Nullable;

/** Two translators one after the other. */
final class TranslatorChain implements Translator {
    private final Translator first;
    private final Translator second;

    TranslatorChain(Translator first, Translator second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Format from() {
        return first.from();
    }

    @Override
    public Format to() {
        return second.to();
    }

    @Override
    public @Nullable MediaFrame translate(MediaFrame frame) {
        MediaFrame middle = first.translate(frame);
        return middle == null ? null : second.translate(middle);
    }
}
