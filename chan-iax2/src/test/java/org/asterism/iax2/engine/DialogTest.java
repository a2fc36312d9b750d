package org.asterism.iax2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogTest {
    private static final PeerAddress STRANGER = PeerAddress.of("127.0.0.3", 4569);

    private final TwoShards shards = new TwoShards(1);
    private final RecordingListener caller = new RecordingListener();
    private final RecordingListener callee = new RecordingListener();
    private final List<String> wire = new ArrayList<>();
    private final long startMs = shards.network.clock().nowMs();

    DialogTest() {
        shards.callee.serveCalls(dialog -> callee);
        shards.network.setTap((atMs, from, to, payload) -> wire.add(line(atMs, from, payload)));
    }

    private String line(long atMs, PeerAddress from, byte[] payload) {
        FullFrame frame = new FullFrame().wrap(copy(payload), 0, payload.length);
        return (atMs - startMs) + (from.equals(TwoShards.CALLER) ? " > " : " < ")
                + (frame.command() == null ? "type " + frame.type() : frame.command())
                + (frame.isRetransmission() ? " again" : "") + " o" + frame.oseqno() + " i" + frame.iseqno()
                + (frame.destinationCall() == 0 ? " d0" : "");
    }

    private static MemorySegment copy(byte[] payload) {
        return Arena.ofAuto().allocateFrom(java.lang.foreign.ValueLayout.JAVA_BYTE, payload);
    }

    private Dialog call() {
        Dialog dialog = shards.open(caller);
        dialog.send(
                IaxCommand.NEW,
                dialog.compose().text(InformationElement.USERNAME, "alice").empty(InformationElement.CALL_TOKEN));
        return dialog;
    }

    private static void text(Dialog dialog, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        dialog.signal(FrameType.TEXT, 0, copy(bytes), 0, bytes.length);
    }

    @Test
    void shouldReturnCallTokenAndStartTheStreamAgain() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        call();

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
        call();

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
        Dialog dialog = call();
        text(dialog, "early");

        shards.network.run(100);
        assertThat(callee.events).containsExactly("NEW", "early");
        assertThat(wire).contains("0 > type 7 o1 i0");
    }

    @Test
    void shouldWaitWithAGoodbyeForTheRemoteCallNumber() {
        callee.reaction = (dialog, frame) -> {
            if (frame.command() == IaxCommand.NEW) {
                dialog.send(IaxCommand.AUTHREQ);
            } else {
                dialog.close();
            }
        };
        shards.network.setConditions(new LinkConditions(0, 0, 0, 50, 0));
        shards.calleeDoor.required = false;
        Dialog dialog = shards.open(caller);
        dialog.send(IaxCommand.NEW);
        dialog.finish(IaxCommand.HANGUP, dialog.compose().u8(InformationElement.CAUSE_CODE, 16));

        shards.network.run(1000);

        assertThat(wire)
                .containsExactly(
                        "0 > NEW o0 i0 d0",
                        "50 < AUTHREQ o0 i1",
                        "100 > ACK o1 i1",
                        "100 > HANGUP o1 i1",
                        "150 < ACK o1 i2");
        assertThat(callee.events).containsExactly("NEW", "acknowledged", "HANGUP");
        assertThat(shards.caller.dialogs()).isZero();
        assertThat(shards.callee.dialogs()).isZero();
    }

    @Test
    void shouldAcknowledgeAGoodbyeAgainAfterTheEnd() {
        callee.reaction = (dialog, frame) -> {
            if (frame.command() == IaxCommand.HANGUP) {
                dialog.close();
            } else {
                dialog.send(IaxCommand.ACCEPT);
            }
        };
        Dialog dialog = call();
        shards.network.run(100);
        shards.network.setConditions(TwoShards.CALLEE, TwoShards.CALLER, new LinkConditions(1, 0, 0, 0, 0));
        shards.network.run(0);
        dialog.finish(IaxCommand.HANGUP, dialog.compose());
        shards.network.run(100);
        shards.network.setConditions(TwoShards.CALLEE, TwoShards.CALLER, LinkConditions.PERFECT);

        shards.network.run(5000);

        assertThat(wire.subList(5, wire.size()))
                .containsExactly(
                        "100 > HANGUP o1 i1", "100 < ACK o1 i2", "2100 > HANGUP again o1 i1", "2100 < ACK o1 i2");
        assertThat(dialog.state()).isEqualTo(DialogState.CLOSED);
    }

    @Test
    void shouldNotBeginASecondCallFromACopyOfNew() {
        shards.network.setConditions(new LinkConditions(0, 1, 0, 0, 0));
        callee.reaction = (dialog, frame) -> dialog.finish(IaxCommand.REJECT, dialog.compose());
        caller.reaction = (dialog, frame) -> dialog.close();
        call();

        shards.network.run(10_000);

        assertThat(callee.events).containsExactly("NEW");
        assertThat(caller.events).containsExactly("acknowledged", "REJECT");
    }

    @Test
    void shouldRecogniseARemoteThatHasForgottenTheCall() {
        shards.calleeDoor.required = false;
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog first = call();
        shards.network.run(20_000);
        int number = first.localCall();
        RecordingListener second = new RecordingListener();
        shards.callee.serveCalls(dialog -> second);
        first.close();
        shards.caller.forget(first);

        Dialog again = shards.caller.open(shards.caller.sockets().getFirst(), TwoShards.CALLEE, caller);
        assertThat(again).isNotNull();
        byte[] fresh = new byte[FullFrame.HEADER_LENGTH];
        new FullFrame()
                .wrap(MemorySegment.ofArray(fresh), 0, fresh.length)
                .sourceCall(number)
                .timestamp(9)
                .command(IaxCommand.NEW);
        shards.caller.sockets().getFirst().transport().send(copy(fresh), 0, fresh.length, TwoShards.CALLEE);
        shards.network.run(100);

        assertThat(callee.events).endsWith("REPLACED");
        assertThat(second.events).contains("NEW");
    }

    @Test
    void shouldKeepAPathOpenAndMeasureIt() {
        shards.network.setConditions(new LinkConditions(0, 0, 0, 40, 0));
        callee.reaction = (dialog, frame) -> {
            if (frame.command() == IaxCommand.NEW) {
                dialog.send(IaxCommand.ACCEPT);
            }
        };
        Dialog dialog = call();
        dialog.keepAlive();

        shards.network.run(65_000);

        assertThat(dialog.rttMs()).isEqualTo(80);
        assertThat(wire.stream().filter(line -> line.contains("> PING"))).hasSize(3);
        assertThat(wire.stream().filter(line -> line.contains("> LAGRQ"))).hasSize(6);
        assertThat(caller.events).doesNotContain("UNANSWERED");
    }

    @Test
    void shouldNoticeAPeerThatVanishes() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog dialog = call();
        dialog.keepAlive();
        shards.network.run(100);
        shards.network.setConditions(new LinkConditions(1, 0, 0, 0, 0));

        shards.network.run(45_000);

        assertThat(caller.events).endsWith("UNANSWERED");
        assertThat(shards.caller.dialogs()).isZero();
    }

    @Test
    void shouldEndAtOnceWhenTheRemoteKnowsNoSuchCall() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog dialog = call();
        shards.network.run(100);
        Dialog other = callee.dialog;
        assertThat(other).isNotNull();
        other.close();

        text(dialog, "hello?");
        shards.network.run(100);

        assertThat(caller.events).endsWith("INVALIDATED");
    }

    @Test
    void shouldFreeEverythingWhenDialogsAreForgotten() {
        callee.reaction = (dialog, frame) -> dialog.finish(IaxCommand.REJECT, dialog.compose());
        caller.reaction = (dialog, frame) -> dialog.close();
        for (int i = 0; i < 50; i++) {
            call();
        }
        shards.network.run(100);
        assertThat(shards.callee.dialogs()).isZero();
        assertThat(peersOf(shards.callee)).isEqualTo(1);

        shards.network.run(EndedDialogs.KEPT_MS + 1000);

        assertThat(peersOf(shards.callee)).isZero();
        assertThat(peersOf(shards.caller)).isZero();
        assertThat(shards.callee.limits().count(TwoShards.CALLER)).isZero();
    }

    private static int peersOf(Iax2Shard shard) {
        return shard.sockets().getFirst().transport().peers().size();
    }

    @Test
    void shouldRefuseStrangersWithoutRememberingThem() {
        shards.calleeDoor.required = true;
        Dialog dialog = shards.open(caller);
        dialog.send(IaxCommand.NEW);

        shards.network.run(100);

        assertThat(wire.get(1)).isEqualTo("0 < REJECT o0 i1");
        assertThat(shards.callee.counters().dropped(FrameDrop.TOKEN_MISSING)).isEqualTo(1);
        assertThat(peersOf(shards.callee)).isZero();
    }

    @Test
    void shouldLimitDialogsPerAddress() {
        shards.calleeDoor.perAddress = 3;
        caller.reaction = (dialog, frame) -> dialog.close();
        for (int i = 0; i < 5; i++) {
            call();
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
        assertThat(peersOf(shards.callee)).isZero();
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
        shards.caller.sockets().getFirst().transport().send(copy(frame), 0, frame.length, TwoShards.CALLEE);
        shards.network.run(100);

        assertThat(shards.callee.dialogs()).isZero();
        assertThat(shards.callee.counters().dropped(FrameDrop.IMPLAUSIBLE)).isEqualTo(1);
    }

    @Test
    void shouldTellThatACommandIsNotKnown() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog dialog = call();
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
        shards.caller.sockets().getFirst().transport().send(copy(frame), 0, frame.length, TwoShards.CALLEE);
        shards.network.run(100);

        assertThat(wire).contains("100 < UNSUPPORT o1 i2");
    }

    @Test
    void shouldNotTakeAnAcknowledgementThatNamesNoCall() {
        Dialog dialog = call();
        shards.network.run(100);
        Dialog other = callee.dialog;
        assertThat(other).isNotNull();
        other.send(IaxCommand.ACCEPT);
        byte[] ack = HexFormat.of().parseHex("000000000000000001010604");
        new FullFrame().wrap(MemorySegment.ofArray(ack), 0, ack.length).sourceCall(dialog.localCall());
        long before = shards.callee.counters().dropped(FrameDrop.WRONG_CALL_NUMBER);
        shards.caller.sockets().getFirst().transport().send(copy(ack), 0, ack.length, TwoShards.CALLEE);
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
            text(dialog, "line " + i);
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

    @Test
    void shouldIgnoreFramesFromElsewhere() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog dialog = call();
        shards.network.run(100);
        byte[] hangup = new byte[FullFrame.HEADER_LENGTH];
        new FullFrame()
                .wrap(MemorySegment.ofArray(hangup), 0, hangup.length)
                .sourceCall(dialog.localCall())
                .destinationCall(dialog.remoteCall())
                .oseqno(1)
                .iseqno(1)
                .command(IaxCommand.HANGUP);
        TwoShards other = shards;
        assertThat(STRANGER).isNotEqualTo(TwoShards.CALLER);
        other.caller.sockets().getFirst().transport().send(copy(hangup), 0, hangup.length, STRANGER);
        shards.network.run(100);

        assertThat(dialog.state()).isEqualTo(DialogState.OPEN);
    }
}
