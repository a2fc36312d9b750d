package org.asterism.iax2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.asterism.core.net.LinkConditions;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.junit.jupiter.api.Test;

/** How a dialog ends, and what is known of it afterwards. */
class DialogEndTest {
    private final TwoParties parties = new TwoParties();
    private final TwoShards shards = parties.shards;
    private final RecordingListener caller = parties.caller;
    private final RecordingListener callee = parties.callee;
    private final List<String> wire = parties.wire;

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
        Dialog dialog = parties.call();
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
    void shouldRecogniseARemoteThatHasForgottenTheCall() {
        shards.calleeDoor.required = false;
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog first = parties.call();
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
        shards.caller.sockets().getFirst().transport().send(TwoParties.copy(fresh), 0, fresh.length, TwoShards.CALLEE);
        shards.network.run(100);

        assertThat(callee.events).endsWith("REPLACED");
        assertThat(second.events).contains("NEW");
    }

    @Test
    void shouldNoticeAPeerThatVanishes() {
        callee.reaction = (dialog, frame) -> dialog.send(IaxCommand.ACCEPT);
        Dialog dialog = parties.call();
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
        Dialog dialog = parties.call();
        shards.network.run(100);
        Dialog other = callee.dialog;
        assertThat(other).isNotNull();
        other.close();

        TwoParties.text(dialog, "hello?");
        shards.network.run(100);

        assertThat(caller.events).endsWith("INVALIDATED");
    }

    @Test
    void shouldFreeEverythingWhenDialogsAreForgotten() {
        callee.reaction = (dialog, frame) -> dialog.finish(IaxCommand.REJECT, dialog.compose());
        caller.reaction = (dialog, frame) -> dialog.close();
        for (int i = 0; i < 50; i++) {
            parties.call();
        }
        shards.network.run(100);
        assertThat(shards.callee.dialogs()).isZero();
        assertThat(TwoParties.peersOf(shards.callee)).isEqualTo(1);

        shards.network.run(EndedDialogs.KEPT_MS + 1000);

        assertThat(TwoParties.peersOf(shards.callee)).isZero();
        assertThat(TwoParties.peersOf(shards.caller)).isZero();
        assertThat(shards.callee.limits().count(TwoShards.CALLER)).isZero();
    }
}
