package org.asterism.apps.musiconhold;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of music.
 *
 * @param name      as {@code musiconhold.conf} has it
 * @param directory whose files are played, {@code null} for a list of entries
 * @param tracks    the names of what is played, without endings, as the sound library finds them
 * @param order     in which order
 */
record MusicClass(String name, @Nullable String directory, List<String> tracks, Order order) {
    /** The class that is used where nothing else is said. */
    static final String DEFAULT = "default";

    /** What plays where no default class is configured: the project's own. */
    static final MusicClass BUILT_IN = new MusicClass(DEFAULT, null, List.of("asterism-waiting"), Order.LISTED);

    /** How the tracks follow each other. */
    enum Order {
        /** As they are listed. */
        LISTED,
        /** By name. */
        ALPHA,
        /** By name, beginning anywhere. */
        RANDSTART,
        /** Each time another. */
        RANDOM
    }

    /** Copies the list. */
    MusicClass {
        tracks = List.copyOf(tracks);
    }

    /** {@return the word {@code moh show classes} prints} */
    String mode() {
        return directory == null ? "playlist" : "files";
    }
}
