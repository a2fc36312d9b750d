package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTableTest {

    private static final PeerAddress ALICE = PeerAddress.of("127.0.0.1", 4569);

    private final PeerTable table = new PeerTable(100_000);

    @Test
    void shouldKeepOneObjectUntilTheLastRelease() {
        PeerAddress first = intern(table, ALICE);
        PeerAddress second = intern(table, PeerAddress.of("127.0.0.1", 4569));
        first.attach("state");

        assertThat(second).isSameAs(first).isNotSameAs(ALICE);
        table.release(first);
        assertThat(table.find(ALICE)).isSameAs(first);
        table.release(first);
        assertThat(table.find(ALICE)).isNull();
        assertThat(first.attachment()).isNull();
        assertThat(table.size()).isZero();
    }

    @Test
    void shouldRefuseToReleaseWhatIsNotInterned() {
        assertThatThrownBy(() -> table.release(ALICE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldBeBounded() {
        PeerTable small = new PeerTable(2);
        assertThat(small.intern(ALICE)).isNotNull();
        assertThat(small.intern(ALICE.withPort(1))).isNotNull();
        assertThat(small.intern(ALICE.withPort(2))).isNull();
        assertThat(small.intern(ALICE)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldAgreeWithAMap(long seed) {
        Random random = new Random(seed);
        Map<PeerAddress, Integer> model = new HashMap<>();
        for (int step = 0; step < 50_000; step++) {
            long low = random.nextBoolean() ? 0xFFFF_7F00_0000L + random.nextInt(300) : random.nextInt(300);
            PeerAddress address = new PeerAddress(0, low, random.nextInt(3), 0);
            if (random.nextInt(100) < 45) {
                intern(table, address);
                model.merge(address, 1, Integer::sum);
            } else if (model.containsKey(address)) {
                PeerAddress known = table.find(address);
                assertThat(known).as("seed %d step %d", seed, step).isEqualTo(address);
                if (known != null) {
                    table.release(known);
                }
                model.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
            } else {
                assertThat(table.find(address))
                        .as("seed %d step %d", seed, step)
                        .isNull();
            }
            assertThat(table.size()).isEqualTo(model.size());
        }
        List<PeerAddress> visited = new ArrayList<>();
        table.forEach(visited::add);
        assertThat(visited).containsExactlyInAnyOrderElementsOf(model.keySet());
    }

    private static PeerAddress intern(PeerTable table, PeerAddress address) {
        PeerAddress peer = table.intern(address);
        if (peer == null) {
            throw new AssertionError("the table is full");
        }
        return peer;
    }
}
