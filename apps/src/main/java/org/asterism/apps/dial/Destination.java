package org.asterism.apps.dial;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the parties to call.
 *
 * @param technology such as {@code IAX2}
 * @param resource   what its technology makes of it, such as {@code alice/100}
 */
record Destination(String technology, String resource) {
    /**
     * Reads the first argument of Dial.
     *
     * @param text {@code Tech/resource[&Tech2/resource2...]}
     * @return the destinations; a piece without a slash has an empty resource
     */
    static List<Destination> list(String text) {
        List<Destination> result = new ArrayList<>();
        for (String piece : text.split("&")) {
            if (!piece.isBlank()) {
                int slash = piece.indexOf('/');
                result.add(
                        slash < 0
                                ? new Destination(piece.trim(), "")
                                : new Destination(piece.substring(0, slash).trim(), piece.substring(slash + 1)));
            }
        }
        return result;
    }

    @Override
    public String toString() {
        return technology + "/" + resource;
    }
}
