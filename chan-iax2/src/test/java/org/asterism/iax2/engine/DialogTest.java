package org.asterism.iax2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.asterism.core.net.LinkConditions;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reliable stream: numbers, acknowledgement, retransmission. */
class DialogTest {
    private final TwoParties parties = new TwoParties();
    private final TwoShards shards = parties.shards;
    private final RecordingListener caller = parties.caller;
    private final RecordingListener callee = parties.callee;
    private final List<String> wire = parties.wire;

    @Test
    void shouldReturnCallTokenAndStartTheStreamAgain() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        parties.call();

        shards.network.run(100);

        assertThat(wire)
                .containsExactly(
                        "0 > NEW o0 i0 d0",
                        "0 < CALLTOKEN o0 i1",
                        "0 > NEW o0 i0 d0",
                        "0 < ACCEPT o0 i1",
                        "0 > ACK o1 i1");
        assertThat(callee.events).containsExactly("NEW", "acknowledged");
        assertThat(caller.events).containsExactly("acknowledged", "ACCEPT");
        assertThat(shards.calleeDoor.lastSeen).isEqualTo("alice");
    }

    @Test
    void shouldRetransmitOnAsterisksScheduleAndGiveUp() {
        shards.network.setConditions(TwoShards.CALLEE, TwoShards.CALLER, new LinkConditions(1, 0, 0, 0, 0));
        parties.call();

        shards.network.run(60_000);

        assertThat(wire.stream().filter(line -> line.contains(">")))
                .containsExactly(
                        "0 > NEW o0 i0 d0",
                        "2000 > NEW again o0 i0 d0",
                        "12000 > NEW again o0 i0 d0",
                        "22000 > NEW again o0 i0 d0");
        assertThat(caller.events).containsExactly("UNANSWERED");
        assertThat(shards.caller.dialogs()).isZero();
    }

    @Test
    void shouldHoldSignalsUntilTheRemoteCallNumberIsKnown() {
        Dialog dialog = parties.call();
        TwoParties.text(dialog, "early");

        shards.network.run(100);
        assertThat(callee.events).containsExactly("NEW", "early");
        assertThat(wire).contains("0 > type 7 o1 i0");
    }

    @Test
    void shouldKeepAPathOpenAndMeasureIt() {
        shards.network.setConditions(new LinkConditions(0, 0, 0, 40, 0));
        callee.reaction = (dialog, frame) -> {
            if (frame.command() == IaxCommand.NEW) {
                dialog.send(IaxCommand.ACCEPT);
            }
        };
        Dialog dialog = parties.call();
        dialog.keepAlive();

        shards.network.run(65_000);

        assertThat(dialog.rttMs()).isEqualTo(80);
        assertThat(wire.stream().filter(line -> line.contains("> PING"))).hasSize(3);
        assertThat(wire.stream().filter(line -> line.contains("> LAGRQ"))).hasSize(6);
        assertThat(caller.events).doesNotContain("UNANSWERED");
    }

    @Test
    void shouldTellThatACommandIsNotKnown() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog dialog = parties.call();
        shards.network.run(100);
        byte[] frame = new byte[FullFrame.HEADER_LENGTH];
        new FullFrame()
                .wrap(MemorySegment.ofArray(frame), 0, frame.length)
                .sourceCall(dialog.localCall())
                .destinationCall(dialog.remoteCall())
                .oseqno(1)
                .iseqno(1)
                .timestamp(200)
                .type(FrameType.IAX)
                .rawSubclass(99);
        shards.caller.sockets().getFirst().transport().send(TwoParties.copy(frame), 0, frame.length, TwoShards.CALLEE);
        shards.network.run(100);

        assertThat(wire).contains("100 < UNSUPPORT o1 i2");
    }

    @Test
    void shouldNotTakeAnAcknowledgementThatNamesNoCall() {
        Dialog dialog = parties.call();
        shards.network.run(100);
        Dialog other = callee.dialog;
        assertThat(other).isNotNull();
        other.send(IaxCommand.ACCEPT);
        byte[] ack = HexFormat.of().parseHex("000000000000000001010604");
        new FullFrame().wrap(MemorySegment.ofArray(ack), 0, ack.length).sourceCall(dialog.localCall());
        long before = shards.callee.counters().dropped(FrameDrop.WRONG_CALL_NUMBER);
        shards.caller.sockets().getFirst().transport().send(TwoParties.copy(ack), 0, ack.length, TwoShards.CALLEE);
        shards.caller.loop().turn();
        shards.network.run(0);

        assertThat(shards.callee.counters().dropped(FrameDrop.WRONG_CALL_NUMBER))
                .isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldDeliverEveryFrameOnceAndInOrderOverABadNetwork(long seed) {
        TwoShards lossy = new TwoShards(seed);
        RecordingListener sender = new RecordingListener();
        RecordingListener receiver = new RecordingListener();
        receiver.reaction = (dialog, frame) -> {
            if (frame.command() == IaxCommand.NEW) {
                dialog.send(IaxCommand.ACCEPT);
            }
        };
        lossy.callee.serveCalls(dialog -> receiver);
        Dialog dialog = lossy.open(sender);
        dialog.send(IaxCommand.NEW, dialog.compose().empty(InformationElement.CALL_TOKEN));
        lossy.network.run(1000);
        lossy.network.setConditions(new LinkConditions(0.1, 0.1, 0.1, 10, 30));
        dialog.keepAlive();

        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2000 && dialog.state() == DialogState.OPEN; i++) {
            TwoParties.text(dialog, "line " + i);
            expected.add("line " + i);
            lossy.network.run(100);
        }
        lossy.network.run(60_000);

        List<String> lines = receiver.events.stream()
                .filter(event -> event.startsWith("line"))
                .toList();
        assertThat(lines).as("seed %d", seed).isEqualTo(expected.subList(0, lines.size()));
        assertThat(dialog.state() == DialogState.OPEN ? lines.size() : 2000).isEqualTo(2000);
    }
}
