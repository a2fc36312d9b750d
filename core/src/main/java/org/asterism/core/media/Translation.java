package org.asterism.core.media;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways from one format to another: at most a decoder, a change of the sample rate, and an encoder. */
public final class Translation {
    private Translation() {}

    /**
     * The formats on the way.
     *
     * @param from the format there is
     * @param to   the format that is wanted
     * @return from the first to the last, both included; only one when they are the same; empty when there is no way
     */
    public static List<Format> path(Format from, Format to) {
        if (from == to) {
            return List.of(from);
        }
        if (isG711(from) && isG711(to)) {
            return List.of(from, to);
        }
        if (!isLinearOrNextToIt(from) || !isLinearOrNextToIt(to)) {
            return List.of();
        }
        List<Format> path = new ArrayList<>();
        path.add(from);
        if (from != Format.SLIN) {
            path.add(Format.SLIN);
        }
        if (to != Format.SLIN) {
            path.add(to);
        }
        return path;
    }

    /**
     * Whether audio of one format can become audio of another.
     *
     * @param from the format there is
     * @param to   the format that is wanted
     * @return true also when they are the same
     */
    public static boolean exists(Format from, Format to) {
        return !path(from, to).isEmpty();
    }

    /**
     * Makes a translator for one stream.
     *
     * @param from the format there is
     * @param to   another format, the one that is wanted
     * @return the translator, or {@code null} when there is no way
     */
    public static @Nullable Translator between(Format from, Format to) {
        List<Format> path = path(from, to);
        if (path.size() < 2) {
            return null;
        }
        Translator translator = step(path.get(0), path.get(1));
        for (int i = 2; i < path.size(); i++) {
            translator = new TranslatorChain(translator, step(path.get(i - 1), path.get(i)));
        }
        return translator;
    }

    private static Translator step(Format from, Format to) {
        return switch (from) {
            case ULAW ->
                to == Format.ALAW
                        ? new CodeTranslator(from, to, G711.ULAW_TO_ALAW)
                        : new Expander(from, G711.ULAW_TO_LINEAR);
            case ALAW ->
                to == Format.ULAW
                        ? new CodeTranslator(from, to, G711.ALAW_TO_ULAW)
                        : new Expander(from, G711.ALAW_TO_LINEAR);
            case SLIN16 -> new Downsampler();
            case GSM -> new GsmExpander();
            case SLIN ->
                switch (to) {
                    case ULAW -> new Compressor(to, G711.LINEAR_TO_ULAW, G711.ULAW_SHIFT);
                    case ALAW -> new Compressor(to, G711.LINEAR_TO_ALAW, G711.ALAW_SHIFT);
                    case SLIN16 -> new Upsampler();
                    case GSM -> new GsmCompressor();
                    default -> throw new IllegalArgumentException("no encoder for " + to.label());
                };
            default -> throw new IllegalArgumentException("no decoder for " + from.label());
        };
    }

    private static boolean isG711(Format format) {
        return format == Format.ULAW || format == Format.ALAW;
    }

    private static boolean isLinearOrNextToIt(Format format) {
        return isG711(format) || format == Format.SLIN || format == Format.SLIN16 || format == Format.GSM;
    }
}
