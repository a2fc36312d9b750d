package org.asterism.registrar.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.asterism.core.location.Location;
import org.asterism.core.net.PeerAddress;
import org.asterism.registrar.LocationStore;
import org.asterism.registrar.SharedChanges;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps locations in Redis, each under a key that expires with it, and tells other switches of changes on a channel; what they tell is
 * kept in the location table, so that looking a device up never asks the server. While the server is away registrations go on here and
 * are made known when it is back. Nothing here blocks but {@link #open} and {@link #close}.
 */
public final class RedisLocationStore implements LocationStore {
    /** How long a key outlives the granted interval: as long as the registration itself. */
    private static final int GRACE_SECONDS = 10;

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int KEYS_AT_ONCE = 1000;
    /** Deletes a key if its value begins with a text, and says so on a channel. */
    private static final String RELEASE = """
        local value = redis.call('GET', KEYS[1])
        if value and string.sub(value, 1, #ARGV[1]) == ARGV[1] then
          redis.call('DEL', KEYS[1])
          redis.call('PUBLISH', ARGV[2], ARGV[3])
          return 1
        end
        return 0
        """;

    private static final Logger LOG = LoggerFactory.getLogger(RedisLocationStore.class);

    /** What was registered here before this start, until it would have expired. */
    private record Kept(Stored stored, long untilMs) {}

    private final RedisSettings settings;
    private final String instance = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final RedisClient client;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final LongAdder failures = new LongAdder();
    private final AtomicBoolean complained = new AtomicBoolean();
    private final AtomicBoolean twinSeen = new AtomicBoolean();
    private final Thread connector;
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile @Nullable SharedChanges table;
    private volatile boolean closed;

    private RedisLocationStore(RedisSettings settings) {
        this.settings = settings;
        RedisURI uri = RedisURI.create(settings.uri());
        uri.setTimeout(LIMIT);
        client = RedisClient.create(uri);
        // What could not be told while the server was away is told anew, as a whole, when it is back.
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        connector = Thread.ofVirtual().name("registrar-redis").unstarted(this::keepConnected);
    }

    /**
     * Begins to share. Waits a few seconds for the server; where it does not answer it is tried again in the background, and what
     * was registered here before this start is known again only when the devices refresh.
     *
     * @param settings where the server is
     * @return the store
     * @throws IllegalArgumentException the URI is none
     */
    public static RedisLocationStore open(RedisSettings settings) {
        RedisLocationStore store = new RedisLocationStore(settings);
        store.connect();
        store.connector.start();
        return store;
    }

    /**
     * Tells the table what other switches tell, from now on.
     *
     * @param shared the table
     */
    public void follow(SharedChanges shared) {
        table = shared;
        synchronise();
    }

    @Override
    public void put(String technology, String name, Stored stored) {
        SharedRecord record = new SharedRecord(settings.node(), stored);
        RedisAsyncCommands<String, String> commands = commands();
        if (commands != null) {
            watch(commands.set(key(technology, name), record.text(), SetArgs.Builder.px(lifeMs(stored))));
            watch(commands.publish(
                    channel(), new Announcement(instance, technology, record, settings.node(), name).text()));
        }
    }

    @Override
    public void refresh(String technology, String name, PeerAddress address, int refreshSeconds) {
        put(technology, name, new Stored(address, refreshSeconds));
    }

    @Override
    public void remove(String technology, String name) {
        RedisAsyncCommands<String, String> commands = commands();
        if (commands != null) {
            String gone = new Announcement(instance, technology, null, settings.node(), name).text();
            watch(commands.eval(
                    RELEASE,
                    ScriptOutputType.INTEGER,
                    new String[] {key(technology, name)},
                    settings.node() + "\t",
                    channel(),
                    gone));
        }
    }

    @Override
    public void forEach(String technology, BiConsumer<String, Stored> visitor) {
        String prefix = key(technology, "");
        long nowMs = System.currentTimeMillis();
        kept.forEach((key, found) -> {
            if (key.startsWith(prefix) && kept.remove(key, found) && found.untilMs() >= nowMs) {
                visitor.accept(key.substring(prefix.length()), found.stored());
            }
        });
    }

    /** {@return whether the server is there} */
    public boolean isConnected() {
        StatefulRedisConnection<String, String> current = connection;
        return current != null && current.isOpen();
    }

    /** {@return the settings} */
    public RedisSettings settings() {
        return settings;
    }

    /** {@return commands that the server did not take} */
    public long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        closed = true;
        connector.interrupt();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
    }

    private void keepConnected() {
        boolean synchronised = isConnected();
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                if (connection == null) {
                    connect();
                }
                boolean connected = isConnected();
                if (connected && !synchronised) {
                    LOG.info("Redis {} is there: {} shares registrations", settings, settings.node());
                    synchronise();
                }
                synchronised = connected;
            }
        } catch (InterruptedException _) {
            LOG.debug("Registrations are shared no more");
        }
    }

    private void connect() {
        StatefulRedisPubSubConnection<String, String> changes = null;
        try {
            changes = client.connectPubSub();
            changes.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard(message);
                }
            });
            changes.sync().subscribe(channel());
            StatefulRedisConnection<String, String> opened = client.connect();
            connection = opened;
            read(opened);
            complained.set(false);
        } catch (RedisException e) {
            // The next attempt opens its own, and each would hear everything.
            if (changes != null && connection == null) {
                changes.close();
            }
            complain(e);
        }
    }

    private void complain(RedisException e) {
        failures.increment();
        if (complained.compareAndSet(false, true)) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn(
                    "Redis {} cannot be used: {}; registrations are not shared until it can",
                    settings,
                    cause.getMessage());
        }
    }

    /** Reads all that is registered anywhere. */
    private void read(StatefulRedisConnection<String, String> from) {
        ScanArgs matching = ScanArgs.Builder.matches(key("*", "*")).limit(KEYS_AT_ONCE);
        ScanCursor cursor = ScanCursor.INITIAL;
        do {
            KeyScanCursor<String> page = from.sync().scan(cursor, matching);
            List<String> keys = page.getKeys();
            if (!keys.isEmpty()) {
                for (KeyValue<String, String> each : from.sync().mget(keys.toArray(new String[0]))) {
                    if (each.hasValue()) {
                        found(each.getKey(), each.getValue());
                    }
                }
            }
            cursor = page;
        } while (!cursor.isFinished());
    }

    private void found(String key, String value) {
        SharedRecord record = SharedRecord.parse(value);
        int technologyAt = key("", "").length() - 1;
        int nameAt = key.indexOf(':', technologyAt) + 1;
        if (record == null || nameAt <= technologyAt) {
            LOG.warn("Redis has '{}' under {}, expected node, address and seconds; it is left out", value, key);
            return;
        }
        String technology = key.substring(technologyAt, nameAt - 1);
        SharedChanges shared = table;
        if (record.node().equals(settings.node())) {
            if (shared == null) {
                kept.put(key, new Kept(record.stored(), System.currentTimeMillis() + lifeMs(record.stored())));
            }
        } else if (shared != null) {
            String name = key.substring(nameAt);
            shared.elsewhere(location(technology, name, record), shared.heldUntilMs(technology, name));
        }
    }

    /** Makes known what is registered here, and reads what is registered elsewhere. */
    private void synchronise() {
        SharedChanges shared = table;
        StatefulRedisConnection<String, String> current = connection;
        if (shared == null || current == null) {
            return;
        }
        shared.forEachHere((technology, location) ->
                put(technology, location.name(), new Stored(location.address(), location.refreshSeconds())));
        try {
            read(current);
        } catch (RedisException e) {
            complain(e);
        }
    }

    private void heard(String message) {
        Announcement heard = Announcement.parse(message);
        SharedChanges shared = table;
        if (heard == null || shared == null || heard.instance().equals(instance)) {
            return;
        }
        if (heard.node().equals(settings.node())) {
            if (twinSeen.compareAndSet(false, true)) {
                LOG.error(
                        "Another switch calls itself {} too: give each its own 'node' in [redis] of registrar.conf",
                        settings.node());
            }
            return;
        }
        SharedRecord record = heard.record();
        if (record == null) {
            shared.goneElsewhere(heard.technology(), heard.name(), heard.node());
            return;
        }
        long heldUntilMs = shared.heldUntilMs(heard.technology(), heard.name());
        if (heldUntilMs == SharedChanges.NOT_HELD) {
            shared.elsewhere(location(heard.technology(), heard.name(), record), heldUntilMs);
        } else {
            askWhoHolds(shared, heard, heldUntilMs);
        }
    }

    /** It is registered here too: the server knows which came last. */
    private void askWhoHolds(SharedChanges shared, Announcement heard, long heldUntilMs) {
        RedisAsyncCommands<String, String> commands = commands();
        if (commands == null) {
            return;
        }
        watch(commands.get(key(heard.technology(), heard.name())).thenAccept(value -> {
            SharedRecord last = value == null ? null : SharedRecord.parse(value);
            if (last != null && !last.node().equals(settings.node())) {
                shared.elsewhere(location(heard.technology(), heard.name(), last), heldUntilMs);
            }
        }));
    }

    private Location location(String technology, String name, SharedRecord record) {
        Stored stored = record.stored();
        long expiresAtMs = System.currentTimeMillis() + lifeMs(stored);
        return new Location(technology, name, stored.address(), stored.refreshSeconds(), expiresAtMs, record.node());
    }

    private @Nullable RedisAsyncCommands<String, String> commands() {
        StatefulRedisConnection<String, String> current = connection;
        return current == null || !current.isOpen() ? null : current.async();
    }

    private void watch(CompletionStage<?> command) {
        CompletionStage<?> _ = command.whenComplete((_, failure) -> {
            if (failure != null) {
                failures.increment();
            }
        });
    }

    private static long lifeMs(Stored stored) {
        return (stored.refreshSeconds() + GRACE_SECONDS) * 1000L;
    }

    private String key(String technology, String name) {
        return settings.prefix() + ":location:" + technology + ":" + name;
    }

    private String channel() {
        return settings.prefix() + ":changes";
    }
}
