package org.asterism.registrar;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;
import org.asterism.registrar.feed.FeedSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may stand in {@code [general]} of {@code registrar.conf}, a file of ours. */
final class RegistrarOptions {
    static final String FILE = "registrar.conf";

    static final Option<String> FEED = Option.repeated(
                    "feed",
                    "Where changes of registrations are written to, a line of JSON each: a file, relative to astlogdir"
                            + " or absolute, or an http or https URL that they are POSTed to. May be written several"
                            + " times.")
            .with(Option.Trait.SECRET);

    static final Option<Duration> FEED_INTERVAL = Option.millis(
            "feed_interval", 10, 60_000, 1000, "How long a change may wait for others to be delivered with, in ms.");

    static final OptionSet GENERAL =
            OptionSet.of(FILE, "general", "The inbound registrar, for all technologies.", FEED, FEED_INTERVAL);

    private static final Logger LOG = LoggerFactory.getLogger(RegistrarOptions.class);

    private RegistrarOptions() {}

    /**
     * Reads the feeds of a file; what cannot be used is logged and left out.
     *
     * @param file   registrar.conf
     * @param folder astlogdir
     * @return the feeds, none twice
     */
    static List<FeedSettings> feeds(ConfigFile file, Path folder) {
        OptionValues values = GENERAL.bind(file);
        values.problems().forEach(problem -> problem.log(LOG));
        List<FeedSettings> feeds = new ArrayList<>();
        for (OptionValues.Written<String> written : values.written(FEED)) {
            try {
                FeedSettings feed = FeedSettings.of(written.value(), folder, values.get(FEED_INTERVAL));
                if (!feeds.contains(feed)) {
                    feeds.add(feed);
                }
            } catch (IllegalArgumentException e) {
                ConfigProblem.error(written.entry(), "feed cannot be used: " + e.getMessage())
                        .log(LOG);
            }
        }
        return feeds;
    }
}
