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
import org.asterism.registrar.redis.RedisSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code registrar.conf}, a file of ours.
 *
 * @param redis how registrations are shared, or {@code null} where they are not
 * @param feeds where changes go, none twice
 * @param tarPit how many refusals an address is answered
 */
record RegistrarOptions(@Nullable RedisSettings redis, List<FeedSettings> feeds, TarPit.Settings tarPit) {
    /** Without a file. */
    static final String FILE = "registrar.conf";

    static final Option<String> FEED = Option.repeated(
                    "feed",
                    "Where changes of registrations are written to, a line of JSON each: a file, relative to astlogdir"
                            + " or absolute, or an http or https URL that they are POSTed to. May be written several"
                            + " times.")
            .with(Option.Trait.SECRET);

    static final Option<Duration> FEED_INTERVAL = Option.millis(
            "feed_interval", 10, 60_000, 1000, "How long a change may wait for others to be delivered with, in ms.");

    static final Option<Backend> BACKEND = Option.oneOf(
            "backend",
            Backend.EMBEDDED,
            "Where registrations are kept: embedded, in AstDB, or redis, shared with other switches as [redis] says.");

    static final Option<Integer> TARPIT_BUDGET = Option.integer(
            "tarpit_budget",
            0,
            100_000,
            30,
            "How many refused registrations in a row an address (of IPv6 a /64) is answered; after that its requests"
                    + " are ignored, but for devices that are registered. 0: any number.");

    static final Option<Duration> TARPIT_REFILL = Option.millis(
            "tarpit_refill", 1, 3_600_000, 2000, "After how many ms an address may have one more refusal answered.");

    static final OptionSet GENERAL = OptionSet.of(
            FILE,
            "general",
            "The inbound registrar, for all technologies.",
            BACKEND,
            FEED,
            FEED_INTERVAL,
            TARPIT_BUDGET,
            TARPIT_REFILL);

    /** Without a file. */
    static final RegistrarOptions DEFAULTS = new RegistrarOptions(null, List.of(), tarPit(GENERAL.defaults()));

    static final Option<String> URI = Option.text(
                    "uri",
                    "redis://127.0.0.1:6379",
                    "The server: redis://[user:password@]host[:port][/database], or rediss://... for TLS.")
            .with(Option.Trait.SECRET);

    static final Option<String> NODE = Option.text(
            "node",
            "",
            "What this switch is called; the others call it by the peer of this name in their iax.conf. Empty:"
                    + " systemname of asterisk.conf, else the name of the host.");

    static final Option<String> PREFIX =
            Option.text("prefix", "asterism", "What the keys in Redis begin with; switches that share have the same.");

    static final Option<Boolean> DIRECT = Option.bool(
            "direct",
            false,
            "Whether devices that are registered at another switch are called at their own address, as is possible"
                    + " where no NAT is in the way. Without it they are called by way of their switch.");

    static final OptionSet REDIS = OptionSet.of(
            FILE, "redis", "How registrations are shared by way of a Redis server.", URI, NODE, PREFIX, DIRECT);

    /** Where registrations are kept. */
    enum Backend {
        EMBEDDED,
        REDIS
    }

    private static final Logger LOG = LoggerFactory.getLogger(RegistrarOptions.class);

    /**
     * Reads the file. Feeds that cannot be used are logged and left out.
     *
     * @param file   registrar.conf
     * @param folder astlogdir
     * @param name   what this switch is called where the file does not say
     * @return what it says
     * @throws IllegalArgumentException the node's name cannot be used
     */
    static RegistrarOptions read(ConfigFile file, Path folder, String name) {
        OptionValues values = GENERAL.bind(file);
        values.problems().forEach(problem -> problem.log(LOG));
        return new RegistrarOptions(
                values.get(BACKEND) == Backend.REDIS ? redis(file, name) : null, feeds(values, folder), tarPit(values));
    }

    private static TarPit.Settings tarPit(OptionValues values) {
        return new TarPit.Settings(
                values.get(TARPIT_BUDGET), (int) values.get(TARPIT_REFILL).toMillis());
    }

    private static RedisSettings redis(ConfigFile file, String fallback) {
        OptionValues values = REDIS.bind(file);
        values.problems().forEach(problem -> problem.log(LOG));
        String node = values.get(NODE).isEmpty() ? fallback : values.get(NODE);
        if (node.isEmpty() || node.chars().anyMatch(c -> c <= ' ' || c == '/')) {
            throw new IllegalArgumentException(
                    FILE + ": [redis] node cannot be '" + node + "': expected a name without blanks and slashes");
        }
        return new RedisSettings(values.get(URI), node, values.get(PREFIX), values.get(DIRECT));
    }

    private static List<FeedSettings> feeds(OptionValues values, Path folder) {
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
