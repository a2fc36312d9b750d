package org.asterism.iax2.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.IaxCodec;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.junit.jupiter.api.Test;

/** How calls come about, what passes on them, and how they end. */
class CallTest {
    private static final Credentials SECRET = TwoSwitches.SECRET;

    private final TwoSwitches switches = new TwoSwitches();
    private final MemoryNetwork network = switches.network;
    private final WireLog wire = switches.wire;
    private final Party caller = switches.caller;
    private final Party callee = switches.callee;
    private final Diary diary = switches.diary;
    private final Diary otherDiary = switches.otherDiary;

    @Test
    void shouldConnectACallerWhoKnowsTheSecret() {
        Call call = switches.callAlice();

        assertThat(wire.names(caller.address))
                .containsExactly(
                        "> NEW",
                        "< CALLTOKEN",
                        "> NEW",
                        "< AUTHREQ",
                        "> AUTHREP",
                        "< ACCEPT",
                        "< ANSWER",
                        "> ACK",
                        "> ACK");
        assertThat(call.state()).isEqualTo(CallState.UP);
        assertThat(diary.entries).containsExactly("accepted", "answered");
        assertThat(callee.begun.getFirst().authMethod()).isEqualTo("MD5");
        assertThat(callee.begun.getFirst().request().callerId().number()).isEqualTo("5550100");
        assertThat(wire.bytes).noneMatch(bytes -> bytes.contains("s3cret"));
    }

    @Test
    void shouldNotPlaceACallWhoseNumberDoesNotFit() {
        Call call = caller.call(callee, Party.request("6".repeat(300), "alice", SECRET), diary);
        network.run(100);
        assertThat(wire.names(caller.address)).isEmpty();
        assertThat(call.state()).isEqualTo(CallState.ENDED);
        assertThat(diary.entries).containsExactly("ended 28");
    }

    @Test
    void shouldNotLetTheCallerAnswerForUs() {
        callee.answerer = (call, accepted) -> otherDiary;
        Call call = switches.callAlice();
        call.dialog().send(ControlCommand.ANSWER);
        network.run(100);
        assertThat(callee.calls.getFirst().state()).isEqualTo(CallState.LINKED);
        assertThat(otherDiary.entries).doesNotContain("answered");

        callee.calls.getFirst().answer();
        network.run(100);
        assertThat(call.state()).isEqualTo(CallState.UP);
    }

    @Test
    void shouldEndACallThatNobodyCanServe() {
        callee.answerer = (call, accepted) -> {
            throw new IllegalStateException("no channel for you");
        };
        switches.callAlice();
        network.run(1000);

        assertThat(diary.entries).contains("ended 34");
        assertThat(callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldRefuseAWrongSecretAndAnUnknownUserInTheSameWay() {
        caller.call(callee, Party.request("600", "alice", Credentials.secret("wrong")), diary);
        network.run(100);
        List<WireLog.Line> known = List.copyOf(wire.lines);
        wire.lines.clear();
        caller.call(callee, Party.request("600", "mal_1", Credentials.secret("wrong")), otherDiary);
        network.run(100);

        assertThat(diary.entries).containsExactly("ended 50");
        assertThat(otherDiary.entries).containsExactly("ended 50");
        assertThat(known.stream().map(line -> line.name() + line.length() + line.cause()))
                .containsExactlyElementsOf(wire.lines.stream()
                        .map(line -> line.name() + line.length() + line.cause())
                        .toList());
        assertThat(callee.begun).isEmpty();
    }

    @Test
    void shouldNotSendASecretInTheClearUnlessPermitted() {
        callee.configure(TwoSwitches.USERS + "auth=plaintext\n");
        caller.call(callee, Party.request("600", "alice", SECRET), diary);
        network.run(100);

        assertThat(diary.entries).containsExactly("ended 50");
        assertThat(wire.bytes).noneMatch(bytes -> bytes.contains("s3cret"));

        Credentials clear = new Credentials("s3cret", null, AuthMethods.PLAINTEXT);
        caller.call(callee, Party.request("600", "alice", clear), otherDiary);
        network.run(100);
        assertThat(callee.begun.getFirst().authMethod()).isEqualTo("plaintext");
    }

    @Test
    void shouldBuildNothingForAGuestBeforeHeAcknowledges() {
        callee.configure("[guest]\ntype=user\ncontext=default\n");
        network.setConditions(callee.address, caller.address, new LinkConditions(1, 0, 0, 0, 0));
        callee.tokenRequired = false;
        var dialog = caller.shard.open(caller.shard.sockets().getFirst(), callee.address);
        assertThat(dialog).isNotNull();
        dialog.send(
                IaxCommand.NEW,
                dialog.compose()
                        .u16(InformationElement.VERSION, 2)
                        .text(InformationElement.CALLED_NUMBER, "600")
                        .format(IaxCodec.ULAW.bit())
                        .capability(IaxCodec.ULAW.bit()));
        network.run(1000);
        assertThat(callee.begun).isEmpty();
        assertThat(callee.shard.dialogs()).isEqualTo(1);

        network.setConditions(callee.address, caller.address, LinkConditions.PERFECT);
        network.run(3000);
        assertThat(callee.begun).hasSize(1);
        assertThat(callee.begun.getFirst().authMethod()).isEqualTo("none");
    }

    @Test
    void shouldRefuseForTheReasonsAsteriskGives() {
        caller.call(callee, Party.request("4711", "alice", SECRET), diary);
        network.run(100);
        caller.call(callee, Party.request("600", "alice", SECRET, IaxCodec.G729), diary);
        network.run(100);
        callee.configure("");
        caller.call(callee, Party.request("600", "", SECRET), diary);
        network.run(100);

        assertThat(wire.named("REJECT").stream().map(WireLog.Line::cause))
                .containsExactly("No such context/extension3", "Unable to negotiate codec58", "No authority found50");
        assertThat(diary.entries).containsExactly("ended 3", "ended 58", "ended 50");
        assertThat(caller.shard.dialogs()).isZero();
        assertThat(callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldLimitOpenChallenges() {
        network.setConditions(callee.address, caller.address, new LinkConditions(1, 0, 0, 0, 0));
        callee.tokenRequired = false;
        for (int i = 0; i < 4; i++) {
            var dialog = caller.shard.open(caller.shard.sockets().getFirst(), callee.address);
            assertThat(dialog).isNotNull();
            dialog.send(IaxCommand.NEW, dialog.compose().text(InformationElement.USERNAME, "alice"));
        }
        network.run(100);

        assertThat(wire.named("AUTHREQ")).hasSize(3);
        assertThat(wire.named("REJECT").stream().map(WireLog.Line::cause))
                .containsExactly("Unauthenticated call limit reached21");

        network.run(60_000);
        assertThat(callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldHoldRefusalsBackWhereConfigured() {
        callee.configure(TwoSwitches.USERS.replace("[general]", "[general]\ndelayreject=yes"));
        caller.call(callee, Party.request("600", "alice", Credentials.secret("wrong")), diary);

        network.run(900);
        assertThat(diary.entries).isEmpty();
        network.run(200);
        assertThat(diary.entries).containsExactly("ended 50");
    }

    @Test
    void shouldHangUpFromEachSide() {
        switches.callAlice().hangup(HangupCause.USER_BUSY);
        network.run(100);
        assertThat(otherDiary.entries).containsExactly("ended 17");
        assertThat(diary.entries).containsExactly("accepted", "answered");

        switches.callAlice();
        callee.calls.getLast().hangup(HangupCause.NORMAL_CLEARING);
        network.run(100);
        assertThat(diary.entries).endsWith("ended 16");
        assertThat(caller.shard.dialogs()).isZero();
        assertThat(callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldEndBothLegsWhenTheCallerGivesUpWhileItRings() {
        callee.answerer = (call, accepted) -> {
            call.signals().send(ControlCommand.RINGING, null);
            return otherDiary;
        };
        Call call = switches.callAlice();
        assertThat(diary.entries).containsExactly("accepted", "RINGING");

        call.hangup(HangupCause.NORMAL_CLEARING);
        network.run(100);

        assertThat(otherDiary.entries).containsExactly("ended 16");
        assertThat(callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldPassDigitsTextAndHold() {
        Call call = switches.callAlice();
        Call other = callee.calls.getFirst();
        call.signals().beginDigit('5');
        call.signals().endDigit('5');
        call.signals().sendText("hello");
        call.dialog().signal(FrameType.DTMF_END, '#', Arena.ofAuto().allocate(1), 0, 0);
        other.signals().send(ControlCommand.HOLD, "jazz");
        other.signals().send(ControlCommand.HOLD, null);
        other.signals().send(ControlCommand.STOP_INDICATIONS, null);
        network.run(100);

        assertThat(otherDiary.entries).containsExactly("begin 5", "end 5", "text hello", "begin #", "end #");
        assertThat(diary.entries).containsExactly("accepted", "answered", "HOLD jazz", "HOLD", "STOP_INDICATIONS");
    }

    @Test
    void shouldRememberWhyTheEndCame() {
        callee.answerer = (call, accepted) -> {
            call.signals().send(ControlCommand.BUSY, null);
            return otherDiary;
        };
        switches.callAlice();
        callee.calls.getFirst().hangup(HangupCause.NONE);
        network.run(100);

        assertThat(diary.entries).containsExactly("accepted", "BUSY", "ended 17");
    }

    @Test
    void shouldRefuseTransfersAndSayWhatIsNotSupported() {
        Call call = switches.callAlice();
        call.dialog().send(IaxCommand.TXREQ);
        call.dialog().send(IaxCommand.MWI);
        network.run(100);

        assertThat(wire.names(caller.address)).containsSubsequence("> TXREQ", "> MWI", "< TXREJ", "< UNSUPPORT");
        assertThat(call.state()).isEqualTo(CallState.UP);
    }

    @Test
    void shouldLetANumberFollowLater() {
        callee.answerer = (call, accepted) -> otherDiary;
        Call call = caller.call(callee, Party.request(NewCall.TO_BE_DIALLED, "alice", SECRET), diary);
        network.run(100);
        assertThat(callee.begun).isEmpty();

        call.dialog().send(IaxCommand.DPREQ, call.dialog().compose().text(InformationElement.CALLED_NUMBER, "600"));
        call.dialog().send(IaxCommand.DIAL, call.dialog().compose().text(InformationElement.CALLED_NUMBER, "600"));
        network.run(100);

        assertThat(wire.names(caller.address)).contains("< DPREP", "< PROGRESS");
        assertThat(callee.begun.getFirst().extension()).isEqualTo("600");
        assertThat(diary.entries).containsExactly("accepted", "PROGRESS");
    }

    @Test
    void shouldForgetANumberThatNeverComes() {
        caller.call(callee, Party.request(NewCall.TO_BE_DIALLED, "alice", SECRET), diary);
        network.run(CallTransitions.DIALLING_MS + 1000);

        assertThat(diary.entries).containsExactly("accepted", "ended 18");
        assertThat(callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldNoticeAFarEndThatVanishes() {
        switches.callAlice();
        network.setConditions(new LinkConditions(1, 0, 0, 0, 0));
        network.run(60_000);

        assertThat(diary.entries).endsWith("ended 27");
        assertThat(otherDiary.entries).containsExactly("ended 27");
        assertThat(caller.shard.dialogs() + callee.shard.dialogs()).isZero();
    }
}
