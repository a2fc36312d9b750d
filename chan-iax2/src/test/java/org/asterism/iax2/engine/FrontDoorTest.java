package org.asterism.iax2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.junit.jupiter.api.Test;

/** What becomes of frames that belong to no dialog. */
class FrontDoorTest {
    private static final PeerAddress STRANGER = PeerAddress.of("127.0.0.3", 4569);

    private final TwoParties parties = new TwoParties();
    private final TwoShards shards = parties.shards;
    private final RecordingListener caller = parties.caller;
    private final RecordingListener callee = parties.callee;
    private final List<String> wire = parties.wire;

    @Test
    void shouldNotBeginASecondCallFromACopyOfNew() {
        shards.network.setConditions(new LinkConditions(0, 1, 0, 0, 0));
        callee.reaction = (dialog, frame) -> dialog.finish(IaxCommand.REJECT, dialog.compose());
        caller.reaction = (dialog, frame) -> dialog.close();
        parties.call();

        shards.network.run(10_000);

        assertThat(callee.events).containsExactly("NEW");
        assertThat(caller.events).containsExactly("acknowledged", "REJECT");
    }

    @Test
    void shouldRefuseStrangersWithoutRememberingThem() {
        shards.calleeDoor.required = true;
        Dialog dialog = shards.open(caller);
        dialog.send(IaxCommand.NEW);

        shards.network.run(100);

        assertThat(wire.get(1)).isEqualTo("0 < REJECT o0 i1");
        assertThat(shards.callee.counters().dropped(FrameDrop.TOKEN_MISSING)).isEqualTo(1);
        assertThat(TwoParties.peersOf(shards.callee)).isZero();
    }

    @Test
    void shouldLimitDialogsPerAddress() {
        shards.calleeDoor.perAddress = 3;
        caller.reaction = (dialog, frame) -> dialog.close();
        for (int i = 0; i < 5; i++) {
            parties.call();
        }
        shards.network.run(100);

        assertThat(shards.callee.dialogs()).isEqualTo(3);
        assertThat(shards.callee.counters().dropped(FrameDrop.ADDRESS_LIMIT)).isEqualTo(2);
        assertThat(caller.events.stream().filter("REJECT"::equals)).hasSize(2);
    }

    @Test
    void shouldAnswerPokeWithoutState() {
        Dialog poke = shards.open(caller);
        caller.reaction = (dialog, frame) -> dialog.close();
        poke.send(IaxCommand.POKE, poke.compose().empty(InformationElement.CALL_TOKEN));

        shards.network.run(100);

        assertThat(caller.events).containsExactly("acknowledged", "PONG");
        assertThat(TwoParties.peersOf(shards.callee)).isZero();
        assertThat(wire).containsExactly("0 > POKE o0 i0 d0", "0 < PONG o0 i1", "0 > ACK o1 i1");
    }

    @Test
    void shouldNotBeginADialogThatWouldWaitForEarlierFrames() {
        shards.calleeDoor.required = false;
        byte[] frame = new byte[FullFrame.HEADER_LENGTH];
        new FullFrame()
                .wrap(MemorySegment.ofArray(frame), 0, frame.length)
                .sourceCall(2000)
                .oseqno(5)
                .command(IaxCommand.NEW);
        shards.caller.sockets().getFirst().transport().send(TwoParties.copy(frame), 0, frame.length, TwoShards.CALLEE);
        shards.network.run(100);

        assertThat(shards.callee.dialogs()).isZero();
        assertThat(shards.callee.counters().dropped(FrameDrop.IMPLAUSIBLE)).isEqualTo(1);
    }

    @Test
    void shouldNotTakeFramesOfACallFromAnotherAddress() {
        callee.reaction = (dialog, frame) -> {
            if (frame.command() == IaxCommand.NEW) {
                dialog.send(IaxCommand.ACCEPT);
            }
        };
        Dialog dialog = parties.call();
        shards.network.run(100);
        byte[] hangup = new byte[FullFrame.HEADER_LENGTH];
        new FullFrame()
                .wrap(MemorySegment.ofArray(hangup), 0, hangup.length)
                .sourceCall(dialog.localCall())
                .destinationCall(dialog.remoteCall())
                .oseqno(1)
                .iseqno(1)
                .command(IaxCommand.HANGUP);
        Iax2Shard stranger = shards.shard("stranger", STRANGER, new OpenDoor(), 3);
        stranger.sockets().getFirst().transport().send(TwoParties.copy(hangup), 0, hangup.length, TwoShards.CALLEE);
        shards.network.run(100);
        assertThat(callee.events).contains("NEW").doesNotContain("HANGUP");

        shards.caller
                .sockets()
                .getFirst()
                .transport()
                .send(TwoParties.copy(hangup), 0, hangup.length, TwoShards.CALLEE);
        shards.network.run(100);
        assertThat(callee.events).endsWith("HANGUP");
    }
}
