package org.asterism.apps.musiconhold;

import java.util.Map;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionTypes;

/** What may stand in a section of {@code musiconhold.conf}. */
final class MusicOptions {
    /** What plays. */
    static final Option<String> MODE = Option.of(
            "mode",
            OptionTypes.words(Map.of("files", "files", "playlist", "playlist")),
            "files",
            "files: the sound files of a folder; playlist: the entries.");

    static final Option<String> DIRECTORY =
            Option.text("directory", "moh", "With mode = files: the folder, relative to astdatadir or absolute.");

    static final Option<String> ENTRY = Option.text(
                    "entry",
                    "",
                    "With mode = playlist: a sound's name without its ending; may be written several times.")
            .with(Option.Trait.REPEATED);

    static final Option<MusicClass.Order> SORT = Option.of(
            "sort",
            OptionTypes.words(Map.of(
                    "",
                    MusicClass.Order.LISTED,
                    "alpha",
                    MusicClass.Order.ALPHA,
                    "randstart",
                    MusicClass.Order.RANDSTART,
                    "random",
                    MusicClass.Order.RANDOM)),
            MusicClass.Order.LISTED,
            "In which order tracks follow each other: alpha, randstart (by name, beginning anywhere) or random.");

    static final OptionSet SET =
            OptionSet.of("musiconhold.conf", "class", "A class of music on hold.", MODE, DIRECTORY, ENTRY, SORT);

    private MusicOptions() {}
}
