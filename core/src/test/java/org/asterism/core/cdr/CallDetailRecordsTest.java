package org.asterism.core.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.channel.DialRequest;
import org.asterism.core.channel.DialStatus;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.media.Format;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class CallDetailRecordsTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final MemoryLoop loop = new MemoryLoop("test");
    private final Path folder;
    private final TestPbx pbx;
    private final ChannelRegistry channels;
    private final MemoryTechnology technology;
    private final CallDetailRecords records = new CallDetailRecords(now::get);
    private final List<CallRecord> written = new CopyOnWriteArrayList<>();
    private final CdrModule cdr = new CdrModule(records);
    private ModuleHarness module;
    private Runnable flush;

    CallDetailRecordsTest(@TempDir Path folder) {
        this.folder = folder;
        pbx = new TestPbx(folder);
        channels = pbx.channels();
        technology = new MemoryTechnology(channels, loop, Format.ULAW, true);
        technology.script("bob", _ -> {});
        technology.script("carol", _ -> {});
    }

    @BeforeEach
    void load() throws Exception {
        module = new ModuleHarness(pbx, cdr);
        flush = records.register(new CallRecordWriter() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void write(CallRecord record) {
                written.add(record);
            }
        });
    }

    @AfterEach
    void close() {
        module.close();
        loop.close();
    }

    @Test
    void shouldRecordAnAnsweredCallWithItsLastStep() throws Exception {
        configure("");
        Channel alice = incoming();
        step(alice, 1, "Answer", "");
        pass(2_700);
        alice.answer();
        step(alice, 2, "Wait", "5");
        pass(5_600);
        end(alice, HangupCause.NORMAL_CLEARING);

        CallRecord record = only();
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(record.callerId()).isEqualTo("\"Alice\" <100>");
        assertThat(record.source()).isEqualTo("100");
        assertThat(record.destination()).isEqualTo("600");
        assertThat(record.context()).isEqualTo("test");
        assertThat(record.application()).isEqualTo("Wait");
        assertThat(record.data()).isEqualTo("5");
        assertThat(record.durationSeconds()).isEqualTo(8);
        assertThat(record.billableSeconds()).isEqualTo(5);
        assertThat(record.answer()).isEqualTo(START.plusMillis(2_700));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 16, ", // not written at all
        "unanswered=yes, 16, NO_ANSWER",
        "unanswered=yes, 17, BUSY",
        "unanswered=yes, 34, FAILED",
        "unanswered=yes, 0, FAILED",
        "'unanswered=yes\ncongestion=yes', 34, CONGESTION",
        "'unanswered=yes\nenable=no', 16, ",
        "'unanswered=yes\nchanneldefaultenabled=no', 16, ",
    })
    void shouldTellWhyNobodyAnswered(String options, int cause, Disposition disposition) throws Exception {
        configure(options);
        Channel alice = incoming();
        step(alice, 1, "Wait", "5");
        end(alice, cause);

        flush.run();
        assertThat(written.stream().map(CallRecord::disposition).toList())
                .isEqualTo(disposition == null ? List.of() : List.of(disposition));
    }

    @ParameterizedTest
    @CsvSource({
        "'', BUSY, BUSY",
        "'', NOANSWER, NO_ANSWER",
        "'', CANCEL, NO_ANSWER",
        "'', CONGESTION, FAILED",
        "'', CHANUNAVAIL, FAILED",
        "congestion=yes, CONGESTION, CONGESTION",
        "canceldispositionenabled=yes, CANCEL, CANCEL",
    })
    void shouldRecordACallThatWasNotAnswered(String options, DialStatus status, Disposition disposition)
            throws Exception {
        configure(options);
        Channel alice = incoming();
        step(alice, 1, "Dial", "Memory/bob");
        Channel bob = dial(alice, "bob");
        channels.dialEnded(alice, bob, status);
        bob.hangup(HangupCause.NORMAL_CLEARING);
        step(alice, 2, "NoOp", "");
        end(alice, HangupCause.NORMAL_CLEARING);

        CallRecord record = only();
        assertThat(record.disposition()).isEqualTo(disposition);
        assertThat(record.peerChannel()).isEqualTo(bob.name());
        assertThat(record.application()).isEqualTo("Dial");
    }

    @Test
    void shouldRecordEachPartyThatWasCalledAndWhatFollows() throws Exception {
        configure("");
        Channel alice = incoming();
        step(alice, 1, "Dial", "Memory/bob&Memory/carol");
        Channel bob = dial(alice, "bob");
        Channel carol = dial(alice, "carol");
        pass(1_000);
        channels.dialEnded(alice, carol, DialStatus.ANSWER);
        channels.dialEnded(alice, bob, DialStatus.CANCEL);
        bob.hangup(HangupCause.ANSWERED_ELSEWHERE);
        alice.answer();
        channels.bridged(alice, carol);
        channels.bridged(carol, alice);
        pass(3_000);
        channels.unbridged(alice);
        channels.unbridged(carol);
        carol.hangup(HangupCause.NORMAL_CLEARING);
        pass(2_000);
        step(alice, 2, "Playback", "bye");
        pass(4_000);
        end(alice, HangupCause.NORMAL_CLEARING);

        flush.run();
        assertThat(written.stream()
                        .map(each -> each.peerChannel().replaceFirst("-.*", "") + " " + each.disposition() + " "
                                + each.durationSeconds() + " " + each.billableSeconds() + " " + each.application()))
                .containsExactly(
                        "Memory/bob NO_ANSWER 1 0 Dial", "Memory/carol ANSWERED 4 3 Dial", " ANSWERED 4 4 Playback");
        assertThat(written.stream().map(CallRecord::sequence)).doesNotHaveDuplicates();
    }

    @Test
    void shouldEndBeforeExtensionHUnlessToldOtherwise() throws Exception {
        for (String options : List.of("", "endbeforehexten=no")) {
            configure(options);
            Channel alice = incoming();
            alice.answer();
            step(alice, 1, "Wait", "1");
            alice.hangingUp();
            pass(1_000);
            alice.position(new DialplanPosition("test", "h", 1));
            alice.beginApplication("NoOp", "over");
            alice.hangup(HangupCause.NORMAL_CLEARING);
        }
        flush.run();
        assertThat(written.stream()
                        .map(each -> each.destination() + " " + each.application() + " " + each.durationSeconds()))
                .containsExactly("600 Wait 0", "h NoOp 1");
    }

    @Test
    void shouldLetTheDialplanSetForkAndReset() throws Exception {
        configure("");
        Channel alice = incoming();
        alice.answer();
        step(alice, 1, "Set", "");
        records.set(alice, "userfield", "first");
        records.set(alice, "own", "1");
        pass(5_000);
        records.reset(alice, true);
        pass(1_000);
        records.fork(alice, new RecordFork(true, true, false, false));
        records.set(alice, "userfield", "second");
        assertThat(records.value(alice, "own", RecordField.Format.PLAIN)).isEmpty();
        assertThat(records.value(alice, "userfield", RecordField.Format.PLAIN)).isEqualTo("second");
        pass(2_000);
        assertThat(records.value(alice, "duration", RecordField.Format.FRACTION))
                .isEqualTo("2.000000");
        end(alice, HangupCause.NORMAL_CLEARING);

        flush.run();
        assertThat(written.stream().map(each -> each.userField() + " " + each.durationSeconds()))
                .containsExactly("first 1", "second 2");
    }

    @Test
    void shouldNotRecordWhatIsDisabled() throws Exception {
        configure("");
        Channel alice = incoming();
        alice.answer();
        records.disable(alice, true);
        end(alice, HangupCause.NORMAL_CLEARING);

        flush.run();
        assertThat(written).isEmpty();
    }

    @Test
    void shouldKeepWhatWasInForceWhenTheFileCannotBeRead() throws Exception {
        configure("unanswered=yes");
        Files.writeString(folder.resolve("cdr.conf"), "[general\nunanswered=no\n");
        assertThatThrownBy(cdr::reload).isInstanceOf(ModuleDeclined.class).hasMessageContaining("cdr.conf");
        assertThat(records.settings().unanswered()).isTrue();
    }

    private void configure(String options) throws Exception {
        Files.writeString(folder.resolve("cdr.conf"), "[general]\n" + options + "\n");
        cdr.reload();
    }

    private Channel incoming() {
        Channel channel = technology.incoming("alice").channel();
        channel.callerId(CallerId.of("Alice", "100"));
        return channel;
    }

    private Channel dial(Channel caller, String name) throws Exception {
        Channel called =
                technology.request(new DialRequest(name, caller, caller.callerId(), List.of(), caller.mailbox()));
        channels.dialBegan(caller, called, name);
        return called;
    }

    private static void step(Channel channel, int priority, String application, String data) {
        channel.position(new DialplanPosition("test", "600", priority));
        channel.beginApplication(application, data);
    }

    private void pass(long millis) {
        now.updateAndGet(time -> time.plus(millis, ChronoUnit.MILLIS));
    }

    private static void end(Channel channel, int cause) {
        channel.hangupCause(cause);
        channel.hangingUp();
        channel.hangup(cause);
    }

    private CallRecord only() {
        flush.run();
        assertThat(written).hasSize(1);
        return written.getFirst();
    }
}
