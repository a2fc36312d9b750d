package org.asterism.iax2.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.asterism.core.media.Format;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.IaxCodec;
import org.asterism.iax2.wire.IaxCommand;
import org.junit.jupiter.api.Test;

/** The audio of a call. */
class CallMediaTest {
    private static final Credentials SECRET = TwoSwitches.SECRET;

    private final TwoSwitches switches = new TwoSwitches();
    private final MemoryNetwork network = switches.network;
    private final WireLog wire = switches.wire;
    private final Party caller = switches.caller;
    private final Party callee = switches.callee;
    private final Diary diary = switches.diary;

    @Test
    void shouldCarryAudioBeyondTheWrapOfMiniTimestamps() {
        Call call = switches.callAlice();
        Audio heard = new Audio(Format.ULAW, 0);
        callee.calls.getFirst().media().listen(heard);
        int frames = 70 * 50;
        call.media().play(new Audio(Format.ULAW, frames), 9);
        network.run(71_000);

        assertThat(heard.numbers)
                .containsExactlyElementsOf(IntStream.range(0, frames).boxed().toList());
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            expected.add(heard.timestamps.getFirst() + 20L * i);
        }
        assertThat(heard.timestamps).isEqualTo(expected);
        assertThat(wire.named("VOICE")).hasSize(2);
        assertThat(diary.entries).endsWith("media ended 9");
    }

    @Test
    void shouldAskForTheFullFrameThatWasLost() {
        Call call = switches.callAlice();
        Audio heard = new Audio(Format.ULAW, 0);
        callee.calls.getFirst().media().listen(heard);
        network.setConditions(caller.address, callee.address, new LinkConditions(1, 0, 0, 0, 0));
        call.media().play(new Audio(Format.ULAW, 100), 1);
        network.run(50);
        network.setConditions(caller.address, callee.address, LinkConditions.PERFECT);
        network.run(3000);

        assertThat(wire.named("VNAK")).isNotEmpty();
        assertThat(heard.numbers).hasSizeGreaterThan(90).endsWith(98, 99);
        assertThat(callee.shard.counters().dropped(FrameDrop.MEDIA_BEFORE_FULL_FRAME))
                .isPositive();
    }

    @Test
    void shouldSendSignedLinearInNetworkOrder() {
        Call call = caller.call(callee, Party.request("600", "alice", SECRET, IaxCodec.SLIN), diary);
        network.run(100);
        Audio heard = new Audio(Format.SLIN, 0);
        callee.calls.getFirst().media().listen(heard);
        call.media().play(new Audio(Format.SLIN, 3), 1);
        network.run(100);

        assertThat(heard.numbers).containsExactly(0, 1, 2);
        String second = wire.bytes.stream()
                .filter(bytes -> bytes.length() == 324)
                .findFirst()
                .orElseThrow();
        assertThat(second.substring(4, 8)).isEqualTo("\0\1\0\0");
    }

    @Test
    void shouldFallSilentWhenAsked() {
        Call call = switches.callAlice();
        call.media().play(new Audio(Format.ULAW, 100), 1);
        network.run(200);
        callee.calls.getFirst().dialog().send(IaxCommand.QUELCH);
        network.run(20);
        long before = wire.named("mini").size();
        network.run(500);
        assertThat(wire.named("mini").size()).isEqualTo(before);

        callee.calls.getFirst().dialog().send(IaxCommand.UNQUELCH);
        network.run(500);
        assertThat(wire.named("mini").size()).isGreaterThan((int) before);
        assertThat(wire.named("VOICE")).hasSize(2);
    }

    @Test
    void shouldReportHowAudioArrives() {
        Call call = switches.callAlice();
        call.media().play(new Audio(Format.ULAW, 2000), 1);
        network.run(30_000);

        assertThat(call.remoteReport().packets()).isGreaterThan(1000);
        assertThat(call.remoteReport().lost()).isZero();
    }
}
