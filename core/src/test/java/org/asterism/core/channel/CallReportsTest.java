package org.asterism.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.media.Format;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallReportsTest {
    private static final List<String> BLOCK = List.of(
            "Channel",
            "ChannelState",
            "ChannelStateDesc",
            "CallerIDNum",
            "CallerIDName",
            "ConnectedLineNum",
            "ConnectedLineName",
            "Language",
            "AccountCode",
            "Context",
            "Exten",
            "Priority",
            "Uniqueid",
            "Linkedid");

    @TempDir
    private Path folder;

    private TestPbx pbx;
    private MemoryLoop loop;
    private MemoryTechnology technology;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        pbx = new TestPbx(folder);
        pbx.channels().subscribe(new CallReports(pbx.events()));
        loop = new MemoryLoop("reports");
        technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, false);
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    private List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    @Test
    void tellsOfACallFromItsBeginningToItsEnd() {
        pbx.events().subscribe(events::add);
        Channel channel = technology.incoming("alice").channel();
        channel.variables().set("__A", "1");
        channel.answer();
        channel.legEvents().onDigitBegin('5');
        channel.legEvents().onDigitEnd('5');
        channel.legEvents().onIndication(Indication.HOLD, "jazz");
        channel.legEvents().onIndication(Indication.UNHOLD, null);
        channel.name("Memory/proven");
        channel.legEvents().onHangup(HangupCause.USER_BUSY);
        channel.legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        channel.hangup(HangupCause.NORMAL_CLEARING);

        assertThat(names())
                .containsExactly(
                        "Newchannel",
                        "VarSet",
                        "Newstate",
                        "DTMFBegin",
                        "DTMFEnd",
                        "Hold",
                        "Unhold",
                        "Rename",
                        "HangupRequest",
                        "Hangup");
        assertThat(events.getFirst().fields()).extracting(Event.Field::name).isEqualTo(BLOCK);
        assertThat(events.getFirst().value("CallerIDNum")).isEqualTo("<unknown>");
        assertThat(events.get(1).value("Variable")).isEqualTo("A");
        assertThat(events.get(2).value("ChannelStateDesc")).isEqualTo("Up");
        assertThat(events.get(5).value("MusicClass")).isEqualTo("jazz");
        assertThat(events.getLast().value("Cause")).isEqualTo("17");
        assertThat(events.getLast().value("Cause-txt")).isEqualTo("User busy");
        assertThat(events.getLast().eventClass()).isEqualTo(EventClass.CALL);
    }

    @Test
    void tellsOnlyWhatIsListenedTo() {
        pbx.events().subscribe(EnumSet.of(EventClass.DTMF), events::add);
        MemoryLeg leg = technology.incoming("alice");
        leg.channel().variables().set("A", "1");
        leg.channel().legEvents().onDigitBegin('#');
        leg.channel().hangup(HangupCause.NORMAL_CLEARING);

        assertThat(names()).containsExactly("DTMFBegin");
    }

    @Test
    void tellsOfOriginatedCalls() throws CallFailed {
        pbx.technologies().register(technology.name(), technology, "test");
        pbx.events().subscribe(EnumSet.of(EventClass.CALL), events::add);
        technology.script("bob", leg -> {
            leg.channel().legEvents().onIndication(Indication.RINGING, null);
            leg.channel().legEvents().onAnswered();
        });
        Channel channel = new Origination(pbx).call(technology.name(), "bob", CallerId.of("Eve", "1"), 10_000);

        assertThat(names())
                .containsExactlyInAnyOrder("Newchannel", "DialBegin", "Newstate", "Newstate", "DialEnd")
                .startsWith("Newchannel")
                .endsWith("DialEnd");
        assertThat(events).filteredOn(event -> event.name().equals("DialBegin")).allSatisfy(event -> {
            assertThat(event.fields().getFirst().name()).isEqualTo("DestChannel");
            assertThat(event.value("DialString")).isEqualTo("bob");
        });
        assertThat(events.getLast().value("DialStatus")).isEqualTo("ANSWER");
        channel.hangup(HangupCause.NORMAL_CLEARING);
    }
}
