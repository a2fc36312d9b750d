package org.asterism.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.asterism.core.location.RegistrationAnswer;
import org.asterism.core.location.RegistrationRequest;
import org.asterism.core.location.RegistrationRequest.PeerPolicy;
import org.asterism.core.location.RegistrationRequest.Proof;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.testing.Seed;
import org.asterism.registrar.LocationStore.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TarPitTest {
    private static final long NOW = 1_000_000_000L;
    private static final PeerAddress GUESSER = PeerAddress.of("192.0.2.7", 4569);

    private final TarPit pit = new TarPit(new TarPit.Settings(3, 1000));
    private final LocationTable table = new LocationTable(new NoStore(), false, pit);

    @Test
    void shouldAnswerAsManyRefusalsAsTheBudgetHas() {
        for (int i = 0; i < 3; i++) {
            assertThat(answer("alice", GUESSER, Proof.INVALID, NOW)).isInstanceOf(RegistrationAnswer.Refused.class);
        }

        assertThat(answer("alice", GUESSER, Proof.INVALID, NOW)).isInstanceOf(RegistrationAnswer.Ignored.class);
        assertThat(answer("alice", GUESSER, Proof.VALID, NOW)).isInstanceOf(RegistrationAnswer.Ignored.class);
        assertThat(answer("bob", GUESSER.withPort(9), Proof.VALID, NOW))
                .as("another port of that address")
                .isInstanceOf(RegistrationAnswer.Ignored.class);
        assertThat(answer("bob", PeerAddress.of("192.0.2.8", 4569), Proof.VALID, NOW))
                .isInstanceOf(RegistrationAnswer.Accepted.class);
        assertThat(pit.ignored()).isEqualTo(3);
        assertThat(pit.sources(NOW)).containsExactly(new TarPit.Source("192.0.2.7", 3, 3, 1000));
    }

    @Test
    void shouldLookAtOneMoreAfterAWhile() {
        exhaust(GUESSER);

        assertThat(pit.holds(GUESSER, NOW + 999)).isTrue();
        assertThat(answer("alice", GUESSER, Proof.INVALID, NOW + 1000)).isInstanceOf(RegistrationAnswer.Refused.class);
        assertThat(pit.holds(GUESSER, NOW + 1000)).isTrue();
        assertThat(answer("alice", GUESSER, Proof.VALID, NOW + 2000)).isInstanceOf(RegistrationAnswer.Accepted.class);
    }

    @Test
    void shouldForgetWhoHasBehaved() {
        exhaust(GUESSER);

        table.expire(NOW + 2999);
        assertThat(pit.sources(NOW + 2999)).hasSize(1);
        table.expire(NOW + 3000);

        assertThat(pit.sources(NOW + 3000)).isEmpty();
        assertThat(pit.ignored()).isZero();
    }

    @Test
    void shouldLetRegisteredDevicesRefreshFromWhereTheyAre() {
        assertThat(answer("alice", GUESSER, Proof.VALID, NOW)).isInstanceOf(RegistrationAnswer.Accepted.class);
        exhaust(GUESSER.withPort(9));

        assertThat(answer("alice", GUESSER, Proof.VALID, NOW)).isInstanceOf(RegistrationAnswer.Accepted.class);
        assertThat(answer("alice", GUESSER.withPort(9), Proof.VALID, NOW))
                .isInstanceOf(RegistrationAnswer.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "2001:db8::7, 2001:db8::8, true",
        "2001:db8::7, 2001:db8:0:1::7, false",
    })
    void shouldTakeANetworkForAnAddressOfIpv6(String guesser, String other, boolean held) {
        exhaust(PeerAddress.of(guesser, 4569));

        assertThat(pit.holds(PeerAddress.of(other, 4569), NOW)).isEqualTo(held);
    }

    @Test
    void shouldRememberNoMoreThanItHasRoomFor() {
        for (int i = 0; i <= TarPit.MOST_SOURCES; i++) {
            pit.refused(PeerAddress.of("10.0." + i / 256 + "." + i % 256, 4569), NOW);
        }

        assertThat(pit.sources(NOW))
                .hasSize(TarPit.MOST_SOURCES)
                .noneMatch(source -> source.host().equals("10.0.0.0"));
    }

    @Test
    void shouldHoldNobodyWhenSwitchedOff() {
        pit.settings(TarPit.Settings.OFF);
        exhaust(GUESSER);

        assertThat(pit.holds(GUESSER, NOW)).isFalse();
        assertThat(pit.sources(NOW)).isEmpty();
    }

    @Test
    void shouldNotChargeWhoHasNotShownWhereHeIs() {
        for (int i = 0; i < 10; i++) {
            RegistrationAnswer answer = table.answer(request("", GUESSER, Proof.NONE, false), NOW);
            assertThat(answer).isInstanceOf(RegistrationAnswer.Refused.class);
        }

        assertThat(pit.sources(NOW)).isEmpty();
    }

    @Test
    void shouldNeverAnswerMoreRefusalsThanTheBudgetAllows() {
        long seed = Seed.get();
        Random random = new Random(seed);
        Map<Integer, Integer> refused = new HashMap<>();
        long now = NOW;
        for (int step = 0; step < 20_000; step++) {
            now += random.nextInt(40);
            int host = random.nextInt(5);
            PeerAddress from = PeerAddress.of("192.0.2." + host, 4569);
            if (answer("alice", from, Proof.INVALID, now) instanceof RegistrationAnswer.Refused) {
                refused.merge(host, 1, Integer::sum);
            }
            table.expire(now);
        }

        int most = 3 + (int) ((now - NOW) / 1000);
        assertThat(refused.values())
                .as("seed %d", seed)
                .allSatisfy(count -> assertThat(count).isBetween(most / 2, most));
    }

    private void exhaust(PeerAddress from) {
        for (int i = 0; i < 3; i++) {
            pit.refused(from, NOW);
        }
    }

    private RegistrationAnswer answer(String name, PeerAddress from, Proof proof, long now) {
        return table.answer(request(name, from, proof, true), now);
    }

    private static RegistrationRequest request(String name, PeerAddress from, Proof proof, boolean challenged) {
        return new RegistrationRequest("IAX2", name, PeerPolicy.SECRET, proof, challenged, false, 60, 60, 3600, from);
    }

    private static final class NoStore implements LocationStore {
        @Override
        public void put(String technology, String name, Stored stored) {}

        @Override
        public void remove(String technology, String name) {}

        @Override
        public void forEach(String technology, BiConsumer<String, Stored> visitor) {}

        @Override
        public void close() {}
    }
}
