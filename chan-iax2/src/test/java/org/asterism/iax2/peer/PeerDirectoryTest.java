package org.asterism.iax2.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.asterism.core.config.ConfigException;
import org.asterism.core.event.EventBus;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.testing.Seed;
import org.asterism.iax2.config.IaxConfigurationReader;
import org.asterism.iax2.engine.TwoShards;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Peers that are checked over a simulated network. */
class PeerDirectoryTest {
    private static final String PEERS = """
        [far]
        type=peer
        host=127.0.0.2
        qualify=200
        [phone]
        type=peer
        host=dynamic
        qualify=yes
        [quiet]
        type=peer
        host=127.0.0.2
        """;

    private final TwoShards shards = new TwoShards(20_261_121);
    private final List<String> events = new ArrayList<>();
    private final PeerDirectory peers;

    PeerDirectoryTest() throws ConfigException {
        EventBus bus = new EventBus();
        bus.subscribe(event -> events.add(event.value("Peer") + " " + event.value("PeerStatus")));
        peers = new PeerDirectory(
                shards.caller.sockets().getFirst(),
                (host, port, answer) -> answer.accept(PeerAddress.of(host, port)),
                bus);
        peers.configure(IaxConfigurationReader.ofText(PEERS));
    }

    @Test
    void shouldFindFixedPeersReachable() {
        shards.network.run(3_000);

        assertThat(entry("far").status()).startsWith("OK (");
        assertThat(entry("quiet").status()).isEqualTo("Unmonitored");
        assertThat(entry("phone").status()).isEqualTo("UNKNOWN");
        assertThat(events).containsExactly("IAX2/far Reachable");
    }

    @Test
    void shouldNoticeLagLossAndReturn() {
        shards.network.setConditions(new LinkConditions(0, 0, 0, 150, 0));
        shards.network.run(3_000);
        assertThat(entry("far").status()).startsWith("LAGGED (30");
        shards.network.setConditions(new LinkConditions(1, 0, 0, 0, 0));
        shards.network.run(60_000);
        assertThat(entry("far").status()).isEqualTo("UNREACHABLE");
        shards.network.setConditions(LinkConditions.PERFECT);
        shards.network.run(30_000);

        assertThat(events).containsExactly("IAX2/far Lagged", "IAX2/far Unreachable", "IAX2/far Reachable");
        assertThat(shards.callee.dialogs()).as("POKE costs the far end nothing").isZero();
    }

    @Test
    void shouldFollowARegisteredPeer() {
        peers.moved("phone", TwoShards.CALLEE);
        shards.network.run(2_000);

        assertThat(entry("phone").status()).startsWith("OK (");
        assertThat(entry("phone").address()).isEqualTo(TwoShards.CALLEE);

        peers.moved("phone", null);
        assertThat(entry("phone").address()).isNull();
        assertThat(entry("phone").status()).isEqualTo("UNKNOWN");
    }

    @Test
    void shouldKnowThePeerAtAnAddress() {
        peers.moved("phone", PeerAddress.of("127.0.0.7", 4570));

        assertThat(peers.at(PeerAddress.of("127.0.0.7", 4570)).name()).isEqualTo("phone");
        assertThat(peers.at(PeerAddress.of("127.0.0.2", 4569)).name()).isEqualTo("far");
        assertThat(peers.at(PeerAddress.of("127.0.0.7", 4571))).isNull();
    }

    @Test
    void shouldKnowTheFirstOfManyAtAnAddress() throws ConfigException {
        long seed = Seed.get();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append("[p").append(i).append("]\ntype=peer\nhost=dynamic\n");
        }
        peers.configure(IaxConfigurationReader.ofText(text.toString()));
        List<List<String>> model = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int step = 0; step < 2000; step++) {
            String name = "p" + random.nextInt(20);
            int to = random.nextInt(4);
            model.forEach(there -> there.remove(name));
            if (to < 3) {
                model.get(to).add(name);
            }
            peers.moved(name, to < 3 ? PeerAddress.of("127.0.0.7", 4570 + to) : null);
            for (int at = 0; at < 3; at++) {
                PeerEntry first = peers.at(PeerAddress.of("127.0.0.7", 4570 + at));
                assertThat(first == null ? null : first.name())
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(
                                model.get(at).isEmpty() ? null : model.get(at).getFirst());
            }
        }
    }

    @Test
    void shouldKeepWhatIsKnownOverAReload() throws ConfigException {
        peers.moved("phone", TwoShards.CALLEE);
        shards.network.run(2_000);

        peers.configure(IaxConfigurationReader.ofText(PEERS.replace("[far]", "[other]")));

        assertThat(entry("phone").status()).startsWith("OK (");
        assertThat(peers.find("far")).isNull();
        assertThat(peers.find("other")).isNotNull();
        assertThat(peers.all()).extracting(PeerEntry::name).containsExactly("other", "phone", "quiet");
    }

    @Test
    void shouldForgetAnAddressThatIsFoundAfterThePeerHasGone() throws ConfigException {
        List<Consumer<@Nullable PeerAddress>> asked = new ArrayList<>();
        PeerDirectory slow = new PeerDirectory(
                shards.caller.sockets().getFirst(), (host, port, answer) -> asked.add(answer), new EventBus());
        slow.configure(IaxConfigurationReader.ofText("[far]\ntype=peer\nhost=far.example\nqualify=yes\n"));
        slow.configure(IaxConfigurationReader.ofText(""));

        asked.getFirst().accept(TwoShards.CALLEE);

        assertThat(slow.at(TwoShards.CALLEE)).isNull();
    }

    private PeerEntry entry(String name) {
        PeerEntry entry = peers.find(name);
        assertThat(entry).as(name).isNotNull();
        return entry;
    }
}
