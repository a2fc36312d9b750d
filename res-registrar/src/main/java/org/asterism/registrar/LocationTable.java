package org.asterism.registrar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;
import org.asterism.core.location.Registrar;
import org.asterism.core.location.RegistrationAnswer;
import org.asterism.core.location.RegistrationRequest;
import org.asterism.core.net.PeerAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is registered where: here, and at other switches that share their registrations. Safe for any thread; nothing here waits for
 * anything but another request for the same name.
 */
final class LocationTable implements Registrar, SharedChanges {
    private static final Logger LOG = LoggerFactory.getLogger(LocationTable.class);

    /** How long after the granted interval a registration ends, so that a late refresh is still one: as Asterisk. */
    static final int GRACE_SECONDS = 10;
    /** Nothing that is registered meanwhile ends earlier than this. */
    private static final int LONGEST_SLEEP_MS = 5000;

    private final Map<String, Map<String, Registration>> technologies = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Location>> elsewhere = new ConcurrentHashMap<>();
    private final List<Consumer<LocationChange>> listeners = new CopyOnWriteArrayList<>();
    private final ExpiryQueue expiries = new ExpiryQueue();
    private final LocationStore store;
    private final boolean direct;
    private final TarPit tarPit;

    LocationTable(LocationStore store) {
        this(store, false, new TarPit(TarPit.Settings.OFF));
    }

    /**
     * @param store  keeps the table
     * @param direct whether devices that are registered elsewhere can be called at their own address
     * @param tarPit where bad clients go
     */
    LocationTable(LocationStore store, boolean direct, TarPit tarPit) {
        this.store = store;
        this.direct = direct;
        this.tarPit = tarPit;
    }

    @Override
    public RegistrationAnswer answer(RegistrationRequest request, long nowMs) {
        if (tarPit.holds(request.address(), nowMs) && !isRegisteredThere(request)) {
            return new RegistrationAnswer.Ignored();
        }
        return switch (RegistrarTransaction.decide(request)) {
            case CHALLENGED -> new RegistrationAnswer.Challenge();
            case REFUSED -> refuse(request, nowMs);
            case REGISTERED -> register(request, nowMs);
            case RELEASED -> {
                end(request.technology(), request.name(), LocationChange.Kind.RELEASED);
                yield new RegistrationAnswer.Released();
            }
        };
    }

    @Override
    public @Nullable Location find(String technology, String name) {
        Map<String, Registration> table = technologies.get(technology);
        Registration registration = table == null ? null : table.get(name);
        return registration == null ? findElsewhere(technology, name) : registration.location(technology);
    }

    private @Nullable Location findElsewhere(String technology, String name) {
        Location found = others(technology).get(name);
        if (found == null || found.expiresAtMs() < System.currentTimeMillis()) {
            return null;
        }
        return direct ? found.withoutNode() : found;
    }

    @Override
    public long heldUntilMs(String technology, String name) {
        Registration registration = table(technology).get(name);
        return registration == null ? NOT_HELD : registration.expiresAtMs();
    }

    @Override
    public void elsewhere(Location location, long heldUntilMs) {
        boolean[] takenOver = new boolean[1];
        table(location.technology()).compute(location.name(), (name, current) -> {
            if (current != null && current.expiresAtMs() != heldUntilMs) {
                return current;
            }
            others(location.technology()).put(name, location);
            takenOver[0] = current != null;
            return null;
        });
        if (takenOver[0]) {
            tell(LocationChange.Kind.TAKEN_OVER, location);
        }
    }

    @Override
    public void goneElsewhere(String technology, String name, String node) {
        others(technology).computeIfPresent(name, (_, there) -> there.node().equals(node) ? null : there);
    }

    /**
     * How many devices are registered at each other switch.
     *
     * @return numbers by the name of the switch
     */
    Map<String, Integer> countElsewhere() {
        Map<String, Integer> counts = new TreeMap<>();
        long nowMs = System.currentTimeMillis();
        for (Map<String, Location> others : elsewhere.values()) {
            for (Location location : others.values()) {
                if (location.expiresAtMs() >= nowMs) {
                    counts.merge(location.node(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** {@return how many devices are registered here} */
    int countHere() {
        return technologies.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public void forEachHere(BiConsumer<String, Location> visitor) {
        technologies.forEach((technology, table) ->
                table.values().forEach(registration -> visitor.accept(technology, registration.location(technology))));
    }

    @Override
    public boolean unregister(String technology, String name) {
        return end(technology, name, LocationChange.Kind.EXPIRED);
    }

    @Override
    public void restore(
            String technology, Function<String, @Nullable String> configured, long nowMs, Consumer<Location> restored) {
        forEach(technology, restored);
        store.forEach(technology, (stored, kept) -> {
            String name = configured.apply(stored);
            if (name == null || findElsewhere(technology, name) != null) {
                return;
            }
            Registration registration =
                    new Registration(name, kept.address(), kept.refreshSeconds(), expiry(nowMs, kept.refreshSeconds()));
            if (table(technology).putIfAbsent(name, registration) == null) {
                expiries.add(new ExpiryQueue.Entry(technology, registration));
                restored.accept(registration.location(technology));
            }
        });
    }

    @Override
    public void forEach(String technology, Consumer<Location> visitor) {
        table(technology).values().forEach(registration -> visitor.accept(registration.location(technology)));
    }

    @Override
    public Runnable subscribe(Consumer<LocationChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Ends the registrations whose time is over.
     *
     * @param nowMs the time, in milliseconds since 1970
     * @return milliseconds until the next one can be due
     */
    long expire(long nowMs) {
        tarPit.tidy(nowMs);
        ExpiryQueue.Entry entry = expiries.next(nowMs);
        while (entry != null) {
            expire(entry, nowMs);
            entry = expiries.next(nowMs);
        }
        return expiries.idleMs(nowMs, LONGEST_SLEEP_MS);
    }

    private void expire(ExpiryQueue.Entry entry, long nowMs) {
        Registration row = entry.registration();
        boolean[] ended = new boolean[1];
        table(entry.technology()).computeIfPresent(row.name(), (name, current) -> {
            if (!current.equals(row)) {
                return current;
            }
            // By whole seconds, as the queue: refreshed or not, a registration ends at the same moment.
            if (current.expiresAtMs() / 1000 >= nowMs / 1000) {
                expiries.add(entry);
                return current;
            }
            store.remove(entry.technology(), name);
            ended[0] = true;
            return null;
        });
        if (ended[0]) {
            tell(LocationChange.Kind.EXPIRED, row.location(entry.technology()));
        }
    }

    /** Whoever shares the address of a device with others is not to suffer for them. */
    private boolean isRegisteredThere(RegistrationRequest request) {
        Registration row = table(request.technology()).get(request.name());
        return row != null && row.isAt(request.address());
    }

    private RegistrationAnswer refuse(RegistrationRequest request, long nowMs) {
        if (request.challenged()) {
            tarPit.refused(request.address(), nowMs);
        }
        return new RegistrationAnswer.Refused(RegistrarTransaction.reason(request));
    }

    private RegistrationAnswer register(RegistrationRequest request, long nowMs) {
        int granted = grant(request);
        long expiresAt = expiry(nowMs, granted);
        boolean[] moved = new boolean[1];
        Registration row = table(request.technology()).compute(request.name(), (name, current) -> {
            PeerAddress address = request.address();
            if (current == null) {
                moved[0] = true;
                others(request.technology()).remove(name);
                Registration created = new Registration(name, address, granted, expiresAt);
                expiries.add(new ExpiryQueue.Entry(request.technology(), created));
                store.put(request.technology(), name, new LocationStore.Stored(address, granted));
                return created;
            }
            moved[0] = !current.isAt(address);
            if (current.refresh(address, granted, expiresAt)) {
                store.put(request.technology(), name, new LocationStore.Stored(address, granted));
            } else {
                store.refresh(request.technology(), name, address, granted);
            }
            return current;
        });
        if (moved[0]) {
            tell(LocationChange.Kind.REGISTERED, row.location(request.technology()));
        }
        return new RegistrationAnswer.Accepted(granted, moved[0]);
    }

    private boolean end(String technology, String name, LocationChange.Kind kind) {
        Registration[] removed = new Registration[1];
        table(technology).computeIfPresent(name, (_, current) -> {
            removed[0] = current;
            store.remove(technology, name);
            return null;
        });
        if (removed[0] == null) {
            return false;
        }
        tell(kind, removed[0].location(technology));
        return true;
    }

    private void tell(LocationChange.Kind kind, Location location) {
        LocationChange change = new LocationChange(kind, location);
        for (Consumer<LocationChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("Somebody who is told of registrations failed on {} of {}", kind, location.name(), e);
            }
        }
    }

    private Map<String, Registration> table(String technology) {
        return technologies.computeIfAbsent(technology, key -> new ConcurrentHashMap<>());
    }

    private Map<String, Location> others(String technology) {
        return elsewhere.computeIfAbsent(technology, key -> new ConcurrentHashMap<>());
    }

    /** Asterisk's clamp: a minimum above the maximum is lowered to it. */
    private static int grant(RegistrationRequest request) {
        int minimum = Math.min(request.minExpireSeconds(), request.maxExpireSeconds());
        return Math.clamp(request.refreshSeconds(), minimum, request.maxExpireSeconds());
    }

    private static long expiry(long nowMs, int refreshSeconds) {
        return nowMs + (refreshSeconds + GRACE_SECONDS) * 1000L;
    }
}
