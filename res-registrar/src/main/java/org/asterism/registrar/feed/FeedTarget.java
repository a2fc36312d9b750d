package org.asterism.registrar.feed;

import java.io.IOException;
import java.util.List;

/** Where the lines of a feed go. Called by the feed's own thread only. */
interface FeedTarget {
    /**
     * Delivers lines, all or none: after an exception the same lines are offered again.
     *
     * @param lines in order, at least one
     * @throws IOException          they were not taken
     * @throws InterruptedException the feed is being closed
     */
    void deliver(List<String> lines) throws IOException, InterruptedException;

    /** {@return the target as people may see it: without the password of a URL} */
    String name();
}
