package org.asterism.iax2.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.media.Format;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.IaxCodec;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Credentials SECRET = Credentials.secret("s3cret");
    private static final String USERS = """
        [general]
        disallow=all
        allow=ulaw
        allow=alaw
        allow=slin
        [alice]
        type=user
        secret=s3cret
        context=default
        """;

    private final MemoryNetwork network = new MemoryNetwork(7);
    private final WireLog wire = new WireLog();
    private final Party caller = new Party(network, "127.0.0.1", 1);
    private final Party callee = new Party(network, "127.0.0.2", 2);
    private final Diary diary = new Diary();
    private final Diary otherDiary = new Diary();

    @BeforeEach
    void configure() {
        network.setTap(wire);
        callee.configure(USERS);
        callee.answerer = (call, accepted) -> {
            call.answer();
            return otherDiary;
        };
    }

    private Call callAlice() {
        Call call = caller.call(callee, Party.request("600", "alice", SECRET), diary);
        network.run(100);
        return call;
    }

    @Test
    void shouldConnectACallerWhoKnowsTheSecret() {
        Call call = callAlice();

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
        Call call = callAlice();
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
        callAlice();
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
        callee.configure(USERS + "auth=plaintext\n");
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
        callee.configure(USERS.replace("[general]", "[general]\ndelayreject=yes"));
        caller.call(callee, Party.request("600", "alice", Credentials.secret("wrong")), diary);

        network.run(900);
        assertThat(diary.entries).isEmpty();
        network.run(200);
        assertThat(diary.entries).containsExactly("ended 50");
    }

    @Test
    void shouldHangUpFromEachSide() {
        callAlice().hangup(HangupCause.USER_BUSY);
        network.run(100);
        assertThat(otherDiary.entries).containsExactly("ended 17");
        assertThat(diary.entries).containsExactly("accepted", "answered");

        callAlice();
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
        Call call = callAlice();
        assertThat(diary.entries).containsExactly("accepted", "RINGING");

        call.hangup(HangupCause.NORMAL_CLEARING);
        network.run(100);

        assertThat(otherDiary.entries).containsExactly("ended 16");
        assertThat(callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldPassDigitsTextAndHold() {
        Call call = callAlice();
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
        callAlice();
        callee.calls.getFirst().hangup(HangupCause.NONE);
        network.run(100);

        assertThat(diary.entries).containsExactly("accepted", "BUSY", "ended 17");
    }

    @Test
    void shouldRefuseTransfersAndSayWhatIsNotSupported() {
        Call call = callAlice();
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
    void shouldCarryAudioBeyondTheWrapOfMiniTimestamps() {
        Call call = callAlice();
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
        Call call = callAlice();
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
        Call call = callAlice();
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
    void shouldNoticeAFarEndThatVanishes() {
        callAlice();
        network.setConditions(new LinkConditions(1, 0, 0, 0, 0));
        network.run(60_000);

        assertThat(diary.entries).endsWith("ended 27");
        assertThat(otherDiary.entries).containsExactly("ended 27");
        assertThat(caller.shard.dialogs() + callee.shard.dialogs()).isZero();
    }

    @Test
    void shouldReportHowAudioArrives() {
        Call call = callAlice();
        call.media().play(new Audio(Format.ULAW, 2000), 1);
        network.run(30_000);

        assertThat(call.remoteReport().packets()).isGreaterThan(1000);
        assertThat(call.remoteReport().lost()).isZero();
    }
}
