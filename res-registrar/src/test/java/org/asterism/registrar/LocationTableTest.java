package org.asterism.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;
import org.asterism.core.location.RegistrationAnswer;
import org.asterism.core.location.RegistrationRequest;
import org.asterism.core.location.RegistrationRequest.PeerPolicy;
import org.asterism.core.location.RegistrationRequest.Proof;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.testing.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTableTest {
    private static final long NOW = 1_000_000_000L;
    private static final PeerAddress HERE = PeerAddress.of("127.0.0.7", 4569);
    private static final PeerAddress THERE = PeerAddress.of("127.0.0.8", 14569);

    private final InMemoryLocationStore store = new InMemoryLocationStore();
    private final LocationTable table = new LocationTable(store);
    private final List<LocationChange> changes = new ArrayList<>();

    LocationTableTest() {
        table.subscribe(changes::add);
    }

    @ParameterizedTest
    @CsvSource({
        // peer, proof, challenged, answer
        "OPEN,    NONE,    false, Accepted",
        "OPEN,    NONE,    true,  Refused",
        "SECRET,  NONE,    false, Challenge",
        "SECRET,  INVALID, false, Challenge",
        "SECRET,  VALID,   false, Challenge",
        "SECRET,  VALID,   true,  Accepted",
        "SECRET,  INVALID, true,  Refused",
        "SECRET,  NONE,    true,  Refused",
        "UNKNOWN, NONE,    false, Challenge",
        "UNKNOWN, INVALID, true,  Refused",
        "STATIC,  NONE,    false, Challenge",
        "STATIC,  VALID,   true,  Refused",
        "DENIED,  NONE,    false, Challenge",
        "DENIED,  VALID,   true,  Refused",
    })
    void shouldDecideByPolicyAndProof(PeerPolicy peer, Proof proof, boolean challenged, String answer) {
        RegistrationAnswer given = table.answer(request("alice", peer, proof, challenged, false, 60, HERE), NOW);

        assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
        assertThat(table.find("IAX2", "alice") != null).isEqualTo(answer.equals("Accepted"));
    }

    @Test
    void shouldCallADeviceByWayOfTheSwitchItIsRegisteredAt() {
        long now = System.currentTimeMillis();
        table.elsewhere(new Location("IAX2", "alice", THERE, 60, now + 60_000, "b"), SharedChanges.NOT_HELD);
        LocationTable direct = new LocationTable(store, true, new TarPit(TarPit.Settings.OFF));
        direct.elsewhere(new Location("IAX2", "alice", THERE, 60, now + 60_000, "b"), SharedChanges.NOT_HELD);

        assertThat(table.find("IAX2", "alice")).extracting(Location::node).isEqualTo("b");
        assertThat(direct.find("IAX2", "alice")).isEqualTo(new Location("IAX2", "alice", THERE, 60, now + 60_000));
        assertThat(changes).isEmpty();
    }

    @Test
    void shouldGiveADeviceUpThatRegisteredElsewhere() {
        register("alice", HERE, NOW);
        long heldUntilMs = table.heldUntilMs("IAX2", "alice");
        Location there = new Location("IAX2", "alice", THERE, 60, Long.MAX_VALUE, "b");

        table.elsewhere(there, heldUntilMs);

        assertThat(table.find("IAX2", "alice")).isEqualTo(there);
        assertThat(changes.getLast()).isEqualTo(new LocationChange(LocationChange.Kind.TAKEN_OVER, there));
        assertThat(table.countHere()).isZero();
        assertThat(table.countElsewhere()).containsExactly(Map.entry("b", 1));
    }

    @Test
    void shouldKeepADeviceThatRefreshedMeanwhile() {
        register("alice", HERE, NOW);
        long heldUntilMs = table.heldUntilMs("IAX2", "alice");
        register("alice", HERE, NOW + 1000);

        table.elsewhere(new Location("IAX2", "alice", THERE, 60, Long.MAX_VALUE, "b"), heldUntilMs);

        assertThat(table.find("IAX2", "alice")).extracting(Location::address).isEqualTo(HERE);
    }

    @Test
    void shouldForgetADeviceOnlyWhereItWas() {
        table.elsewhere(new Location("IAX2", "alice", THERE, 60, Long.MAX_VALUE, "b"), SharedChanges.NOT_HELD);

        table.goneElsewhere("IAX2", "alice", "c");
        assertThat(table.find("IAX2", "alice")).isNotNull();

        table.goneElsewhere("IAX2", "alice", "b");
        assertThat(table.find("IAX2", "alice")).isNull();
    }

    @Test
    void shouldNotRestoreADeviceThatIsElsewhere() {
        store.put("IAX2", "alice", new LocationStore.Stored(HERE, 60));
        table.elsewhere(new Location("IAX2", "alice", THERE, 60, Long.MAX_VALUE, "b"), SharedChanges.NOT_HELD);

        assertThat(restored(name -> name)).isEmpty();
        assertThat(table.find("IAX2", "alice")).extracting(Location::node).isEqualTo("b");
    }

    @Test
    void shouldTakeADeviceBack() {
        table.elsewhere(new Location("IAX2", "alice", THERE, 60, Long.MAX_VALUE, "b"), SharedChanges.NOT_HELD);

        register("alice", HERE, NOW);

        assertThat(table.find("IAX2", "alice")).extracting(Location::node).isEqualTo("");
        assertThat(table.countElsewhere()).isEmpty();
    }

    @Test
    void shouldRefuseWithoutName() {
        assertThat(table.answer(request("", PeerPolicy.UNKNOWN, Proof.NONE, false, false, 60, HERE), NOW))
                .isInstanceOf(RegistrationAnswer.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"10, 60", "60, 60", "300, 300", "5000, 3600", "0, 60"})
    void shouldClampRefresh(int asked, int granted) {
        assertThat(table.answer(request("alice", PeerPolicy.OPEN, Proof.NONE, false, false, asked, HERE), NOW))
                .isEqualTo(new RegistrationAnswer.Accepted(granted, true));
    }

    @Test
    void shouldTellOfNewAndMovedDevicesOnly() {
        register("alice", HERE, NOW);
        register("alice", HERE, NOW + 50_000);
        register("alice", THERE, NOW + 100_000);

        assertThat(changes)
                .extracting(LocationChange::kind)
                .containsExactly(LocationChange.Kind.REGISTERED, LocationChange.Kind.REGISTERED);
        assertThat(store.writes).isEqualTo(2);
        assertThat(found("alice").addressAndPort()).isEqualTo("127.0.0.8:14569");
    }

    @Test
    void shouldExpireTenSecondsAfterTheGrantedInterval() {
        register("alice", HERE, NOW);

        table.expire(NOW + 69_000);
        assertThat(table.find("IAX2", "alice")).isNotNull();
        table.expire(NOW + 71_000);

        assertThat(table.find("IAX2", "alice")).isNull();
        assertThat(changes).last().extracting(LocationChange::kind).isEqualTo(LocationChange.Kind.EXPIRED);
        assertThat(store.kept).isEmpty();
    }

    @Test
    void shouldNotExpireWhatWasRefreshed() {
        register("alice", HERE, NOW);
        register("alice", HERE, NOW + 60_000);

        table.expire(NOW + 71_000);
        assertThat(table.find("IAX2", "alice")).isNotNull();
        table.expire(NOW + 131_000);
        assertThat(table.find("IAX2", "alice")).isNull();
    }

    @Test
    void shouldReleaseOnRequest() {
        register("alice", HERE, NOW);

        assertThat(table.answer(request("alice", PeerPolicy.SECRET, Proof.VALID, true, true, 0, HERE), NOW + 1))
                .isInstanceOf(RegistrationAnswer.Released.class);

        assertThat(table.find("IAX2", "alice")).isNull();
        assertThat(changes).last().extracting(LocationChange::kind).isEqualTo(LocationChange.Kind.RELEASED);
    }

    @Test
    void shouldRestoreWhatWasStored() {
        store.put("IAX2", "bob", new LocationStore.Stored(THERE, 120));

        assertThat(restored(name -> name)).containsExactly(new Location("IAX2", "bob", THERE, 120, NOW + 130_000));
        table.expire(NOW + 131_000);
        assertThat(table.find("IAX2", "bob")).isNull();
    }

    @Test
    void shouldRestoreOnlyWhoIsConfigured() {
        store.put("IAX2", "bob", new LocationStore.Stored(THERE, 120));
        store.put("SIP", "carol", new LocationStore.Stored(THERE, 120));

        assertThat(restored(name -> null)).isEmpty();
        assertThat(table.find("IAX2", "bob")).isNull();
        assertThat(store.kept).hasSize(2);
    }

    @Test
    void shouldLeaveARegisteredDeviceWhereItIs() {
        register("bob", HERE, NOW);
        store.put("IAX2", "bob", new LocationStore.Stored(THERE, 120));

        assertThat(restored(name -> name)).containsExactly(new Location("IAX2", "bob", HERE, 60, NOW + 70_000));
    }

    @Test
    void shouldKeepAnOldExpiryFromEndingANewRegistration() {
        register("alice", HERE, NOW);
        table.unregister("IAX2", "alice");
        register("alice", HERE, NOW + 40_000);

        table.expire(NOW + 75_000);

        assertThat(table.find("IAX2", "alice")).isNotNull();
    }

    @Test
    void shouldAgreeWithAPlainModelUnderRandomTraffic() {
        long seed = Seed.get();
        Random random = new Random(seed);
        Map<String, Long> model = new HashMap<>();
        long now = NOW;
        for (int step = 0; step < 20_000; step++) {
            now += random.nextInt(2_000);
            String name = "node" + random.nextInt(200);
            switch (random.nextInt(8)) {
                case 0 -> {
                    table.unregister("IAX2", name);
                    model.remove(name);
                }
                case 1, 2 -> {
                    long at = now;
                    table.expire(at);
                    model.values().removeIf(expires -> (expires / 1000 + 1) * 1000 <= at);
                }
                default -> {
                    register(name, random.nextBoolean() ? HERE : THERE, now);
                    model.put(name, now + 70_000);
                }
            }
            if (step % 100 == 0) {
                List<String> listed = new ArrayList<>();
                table.forEach("IAX2", location -> listed.add(location.name()));
                assertThat(listed)
                        .as("seed %d, step %d", seed, step)
                        .containsExactlyInAnyOrderElementsOf(model.keySet());
            }
        }
    }

    private List<Location> restored(Function<String, @Nullable String> configured) {
        List<Location> restored = new ArrayList<>();
        table.restore("IAX2", configured, NOW, restored::add);
        return restored;
    }

    private Location found(String name) {
        Location location = table.find("IAX2", name);
        assertThat(location).isNotNull();
        return location;
    }

    private void register(String name, PeerAddress address, long now) {
        RegistrationAnswer answer =
                table.answer(request(name, PeerPolicy.SECRET, Proof.VALID, true, false, 60, address), now);
        assertThat(answer).isInstanceOf(RegistrationAnswer.Accepted.class);
    }

    private static RegistrationRequest request(
            String name,
            PeerPolicy peer,
            Proof proof,
            boolean challenged,
            boolean release,
            int refresh,
            PeerAddress address) {
        return new RegistrationRequest("IAX2", name, peer, proof, challenged, release, refresh, 60, 3600, address);
    }

    private static final class InMemoryLocationStore implements LocationStore {
        @Override
        public void close() {}

        private final Map<String, Stored> kept = new HashMap<>();
        private int writes;

        @Override
        public void put(String technology, String name, Stored stored) {
            writes++;
            kept.put(technology + "/" + name, stored);
        }

        @Override
        public void remove(String technology, String name) {
            kept.remove(technology + "/" + name);
        }

        @Override
        public void forEach(String technology, BiConsumer<String, Stored> visitor) {
            String prefix = technology + "/";
            kept.forEach((key, stored) -> {
                if (key.startsWith(prefix)) {
                    visitor.accept(key.substring(prefix.length()), stored);
                }
            });
        }
    }
}
