package org.asterism.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.asterism.core.db.AstDb;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.testing.Seed;
import org.asterism.registrar.LocationStore.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AstDbLocationStoreTest {
    @TempDir
    Path folder;

    @Test
    void shouldWriteWhatAsteriskReads() {
        try (AstDb database = open()) {
            try (LocationStore store = new AstDbLocationStore(database)) {
                store.put("IAX2", "alice", new Stored(PeerAddress.of("192.0.2.7", 4569), 60));
                store.put("IAX2", "bob", new Stored(PeerAddress.of("2001:db8::7", 4570), 300));
                store.put("SIP", "carol", new Stored(PeerAddress.of("192.0.2.8", 5060), 3600));
            }

            assertThat(database.get("IAX/Registry", "alice")).isEqualTo("192.0.2.7:4569:60");
            assertThat(database.get("IAX/Registry", "bob")).isEqualTo("[2001:db8::7]:4570:300");
            assertThat(database.get("SIP/Registry", "carol")).isEqualTo("192.0.2.8:5060:3600");
        }
    }

    @Test
    void shouldKeepTheLastOfManyChanges() {
        long seed = Seed.get();
        Random random = new Random(seed);
        Map<String, Stored> expected = new HashMap<>();
        try (AstDb database = open()) {
            try (LocationStore store = new AstDbLocationStore(database)) {
                for (int i = 0; i < 5000; i++) {
                    String name = "phone" + random.nextInt(1200);
                    if (random.nextInt(4) == 0) {
                        store.remove("IAX2", name);
                        expected.remove(name);
                    } else {
                        Stored stored = new Stored(PeerAddress.of("127.0.0.1", 1 + random.nextInt(60_000)), 60);
                        store.put("IAX2", name, stored);
                        expected.put(name, stored);
                    }
                }
            }

            assertThat(database.list("IAX/Registry")).as("seed %d", seed).hasSize(expected.size());
            try (LocationStore store = new AstDbLocationStore(database)) {
                assertThat(kept(store)).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    @Test
    void shouldNotBelieveWhatIsNoLocation() {
        try (AstDb database = open();
                LocationStore store = new AstDbLocationStore(database)) {
            for (String text :
                    new String[] {"", "nonsense", "host.example:4569:60", "127.0.0.1:4569", "127.0.0.1:x:60"}) {
                database.put("IAX/Registry", "alice", text);

                assertThat(kept(store)).as(text).isEmpty();
            }
        }
    }

    @Test
    void shouldReadOnlyItsTechnology() {
        try (AstDb database = open();
                LocationStore store = new AstDbLocationStore(database)) {
            database.put("SIP/Registry", "carol", "192.0.2.8:5060:3600");
            database.put("IAX/Registry", "alice", "192.0.2.7:4569:60");

            assertThat(kept(store)).isEqualTo(Map.of("alice", new Stored(PeerAddress.of("192.0.2.7", 4569), 60)));
        }
    }

    private static Map<String, Stored> kept(LocationStore store) {
        Map<String, Stored> kept = new HashMap<>();
        store.forEach("IAX2", kept::put);
        return kept;
    }

    private AstDb open() {
        return AstDb.open(folder.resolve("astdb.sqlite3"));
    }
}
