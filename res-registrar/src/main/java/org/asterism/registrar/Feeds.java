package org.asterism.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.location.LocationChange;
import org.asterism.registrar.feed.ChangeFeed;
import org.asterism.registrar.feed.FeedSettings;
import org.asterism.registrar.feed.FeedStatus;
import org.jspecify.annotations.Nullable;

/** The feeds that are open. */
final class Feeds implements Consumer<LocationChange>, AutoCloseable {
    private static final String ROW = "%-50.50s  %12s  %8s  %8s  %s";

    private volatile List<ChangeFeed> open = List.of();

    /** Tells every feed; any thread, never waits. */
    @Override
    public void accept(LocationChange change) {
        for (ChangeFeed feed : open) {
            feed.accept(change);
        }
    }

    /**
     * Opens what is new, closes what is gone, and leaves the rest alone. One thread at a time.
     *
     * @param wanted the feeds from now on
     */
    void apply(List<FeedSettings> wanted) {
        List<ChangeFeed> next = new ArrayList<>();
        List<ChangeFeed> gone = new ArrayList<>(open);
        for (FeedSettings settings : wanted) {
            ChangeFeed present = find(settings);
            next.add(present == null ? new ChangeFeed(settings) : present);
            gone.remove(present);
        }
        open = List.copyOf(next);
        gone.forEach(ChangeFeed::close);
    }

    @Override
    public void close() {
        apply(List.of());
    }

    DeclaredCommand command() {
        return new DeclaredCommand("registrar show feeds", "Show where changes of registrations go", """
            Usage: registrar show feeds
                   Lists the feeds of registrar.conf: changes that were delivered, that wait,
                   and that were lost because too many waited.\
            """, this::show);
    }

    private CliResult show(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        List<ChangeFeed> feeds = open;
        request.printf(ROW, "Feed", "Delivered", "Waiting", "Lost", "State");
        for (ChangeFeed feed : feeds) {
            FeedStatus status = feed.status();
            request.printf(
                    ROW,
                    status.target(),
                    status.delivered(),
                    status.waiting(),
                    status.lost(),
                    status.failure().isEmpty() ? "OK" : status.failure());
        }
        request.println(feeds.size() + " feeds.");
        return CliResult.SUCCESS;
    }

    private @Nullable ChangeFeed find(FeedSettings settings) {
        for (ChangeFeed feed : open) {
            if (feed.settings().equals(settings)) {
                return feed;
            }
        }
        return null;
    }
}
