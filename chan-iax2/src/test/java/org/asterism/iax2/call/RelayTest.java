package org.asterism.iax2.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.asterism.core.media.Format;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.IaxCodec;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final String GUESTS = "[guest]\ntype=user\ncontext=default\n";

    private final MemoryNetwork network = new MemoryNetwork(3);
    private final WireLog wire = new WireLog();
    private final Party alice = new Party(network, "127.0.0.1", 1);
    private final Party middle = new Party(network, "127.0.0.2", 2);
    private final Party bob = new Party(network, "127.0.0.3", 3);
    private final Audio heard = new Audio(Format.ULAW, 0);
    private Call toBob;

    private Call connect(IaxCodec codec) {
        network.setTap(wire);
        middle.configure(GUESTS);
        bob.configure(GUESTS);
        bob.answerer = (call, accepted) -> {
            call.answer();
            call.media().listen(heard);
            return new Diary();
        };
        middle.answerer = (call, accepted) -> {
            call.answer();
            toBob = middle.call(bob, Party.request("600", "", Credentials.NONE, codec), new Diary());
            return new Diary();
        };
        Call call = alice.call(middle, Party.request("600", "", Credentials.NONE, IaxCodec.ULAW), new Diary());
        network.run(500);
        return call;
    }

    private Call fromAlice() {
        return middle.calls.getFirst();
    }

    @Test
    void shouldRelayAudioFromTheSlotItArrivedIn() {
        Call call = connect(IaxCodec.ULAW);
        assertThat(fromAlice().media().relay(toBob.media())).isTrue();
        network.run(10);
        call.media().play(new Audio(Format.ULAW, 3500), 1);
        network.run(75_000);

        assertThat(heard.numbers)
                .containsExactlyElementsOf(IntStream.range(0, 3500).boxed().toList());
        assertThat(middle.shard.counters().relayed()).isGreaterThan(3490);
        assertThat(middle.shard.counters().miniSent()).isZero();
        List<Long> steps = IntStream.range(1, heard.timestamps.size())
                .mapToObj(i -> heard.timestamps.get(i) - heard.timestamps.get(i - 1))
                .distinct()
                .toList();
        assertThat(steps).containsExactly(20L);
    }

    @Test
    void shouldKeepTheOrderAndDistancesOfAnUnevenStream() {
        Call call = connect(IaxCodec.ULAW);
        fromAlice().media().relay(toBob.media());
        network.run(10);
        network.setConditions(alice.address, middle.address, new LinkConditions(0.05, 0, 0.2, 20, 60));
        call.media().play(new Audio(Format.ULAW, 1000), 1);
        network.run(22_000);

        assertThat(heard.numbers).hasSizeGreaterThan(900);
        long offset = heard.timestamps.getFirst() - 20L * heard.numbers.getFirst();
        for (int i = 0; i < heard.numbers.size(); i++) {
            assertThat(heard.timestamps.get(i)).isEqualTo(20L * heard.numbers.get(i) + offset);
        }
    }

    @Test
    void shouldNotRelayBetweenDifferentFormats() {
        connect(IaxCodec.ALAW);

        assertThat(fromAlice().media().relay(toBob.media())).isFalse();
    }

    @Test
    void shouldGiveAudioBackToItsListenerWhenTheRelayEnds() {
        Call call = connect(IaxCodec.ULAW);
        Audio listener = new Audio(Format.ULAW, 0);
        fromAlice().media().listen(listener);
        fromAlice().media().relay(toBob.media());
        network.run(10);
        call.media().play(new Audio(Format.ULAW, 200), 1);
        network.run(2000);
        assertThat(listener.numbers).isEmpty();

        toBob.media().endRelay();
        network.run(3000);
        assertThat(heard.numbers).hasSizeBetween(95, 105);
        assertThat(listener.numbers).hasSizeBetween(95, 105).endsWith(198, 199);
    }

    @Test
    void shouldSurviveTheEndOfOneLeg() {
        Call call = connect(IaxCodec.ULAW);
        fromAlice().media().relay(toBob.media());
        network.run(10);
        call.media().play(new Audio(Format.ULAW, 200), 1);
        network.run(1000);
        toBob.hangup(16);
        network.run(5000);

        assertThat(fromAlice().isAlive()).isTrue();
        assertThat(middle.shard.loop().errors()).isZero();
    }
}
