package org.asterism.core.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.bridge.BridgeOptions;
import org.asterism.core.bridge.TwoPartyBridge;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Indication;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class CoreCommandsTest {
    private final DialplanFixture fixture = new DialplanFixture("""
        [default]
        exten => 100,1,Set(COLOUR=green)
         same => n,Wait(600)
        exten => s,1,Trace(s of default)
        [other]
        exten => 7,1,Trace(7 of other)
        """);

    @BeforeEach
    void register() {
        CoreCommands.all(fixture.pbx(), 0, () -> "5 seconds")
                .forEach(command -> fixture.pbx().cli().register(command, "core"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private MemoryLeg waiting() {
        MemoryLeg leg = fixture.call("default", "100", CallerId.of("Alice", "6001"));
        Eventually.await("Wait runs", () -> leg.channel().application().equals("Wait"));
        return leg;
    }

    private CliResult status(String line) {
        return fixture.pbx().cli().run(line, _ -> {});
    }

    @Test
    void shouldListChannelsInColumns() {
        assertThat(fixture.console("core show channels"))
                .containsExactly(
                        "Channel                                                          Location                    "
                                + "     State   Application(Data)             ",
                        "0 active channels",
                        "0 active calls",
                        "0 calls processed");
        MemoryLeg leg = waiting();
        String name = leg.channel().name();
        List<String> lines = fixture.console("core show channels");
        assertThat(lines)
                .hasSize(5)
                .contains("1 active channel", "1 active call", "1 call processed")
                .element(1)
                .isEqualTo("%-64s 100@default:2                    %-7s Wait(600)                     "
                        .formatted(name, leg.channel().state().label()));
        assertThat(fixture.console("core show channels count")).isEqualTo(lines.subList(2, 5));
        assertThat(fixture.console("core show calls uptime"))
                .containsExactly("1 active call", "1 call processed", "System uptime: 5 seconds");
    }

    @Test
    void shouldListChannelsForProgramsAndVerbosely() {
        MemoryLeg leg = waiting();
        String name = leg.channel().name();
        String state = leg.channel().state().label();
        assertThat(fixture.console("core show channels concise"))
                .singleElement()
                .asString()
                .matches(name + "!default!100!2!" + state + "!Wait!600!6001!!!3!\\d+!!"
                        + leg.channel().uniqueId());
        List<String> lines = fixture.console("core show channels verbose");
        assertThat(lines.getFirst())
                .isEqualTo("%-80s %-24s %-24s %-4s %-7s %-12s %-25s %-15s %8s %-11s %-11s %-20s"
                        .formatted(
                                "Channel",
                                "Context",
                                "Extension",
                                "Prio",
                                "State",
                                "Application",
                                "Data",
                                "CallerID",
                                "Duration",
                                "Accountcode",
                                "PeerAccount",
                                "BridgeID"));
        assertThat(lines.get(1))
                .startsWith("%-80s %-24s %-24s    2 %-7s %-12s %-25s %-15s 00:00:"
                        .formatted(name, "default", "100", state, "Wait", "600", "6001"))
                .hasSameSizeAs(lines.getFirst());
    }

    @Test
    void shouldCountCallsAgainstTheirLimit() {
        waiting();
        List<String> answer = new ArrayList<>();
        CoreCommands.all(fixture.pbx(), 8, () -> "").stream()
                .filter(command -> command.words().startsWith("core show calls"))
                .forEach(command -> command.run(
                        new CliRequest("core show calls", List.of("core", "show", "calls"), List.of(), answer::add)));
        assertThat(answer).containsExactly("1 of 8 max active call (12.50% of capacity)", "1 call processed");
    }

    @Test
    void shouldTellWhatIsKnownOfAChannel() {
        MemoryLeg leg = waiting();
        assertThat(fixture.console("core show channel " + leg.channel().name()))
                .contains(
                        " -- General --",
                        "           Name: " + leg.channel().name(),
                        "           Type: " + fixture.technology().name(),
                        "      Caller ID: 6001",
                        " Caller ID Name: Alice",
                        "Connected Line ID: (N/A)",
                        "  NativeFormats: (" + leg.media().format().label() + ")",
                        "    WriteFormat: " + leg.media().format().label(),
                        " WriteTranscode: No ",
                        "      Bridge ID: (Not bridged)",
                        "     Call Group: 0",
                        " --   PBX   --",
                        "        Context: default",
                        "      Extension: 100",
                        "    Application: Wait",
                        "           Data: 600",
                        "      Variables:",
                        "COLOUR=green");
        assertThat(fixture.console("core show channel nosuch")).containsExactly("nosuch is not a known channel");
        assertThat(status("core show channel nosuch")).isEqualTo(CliResult.SILENT_FAILURE);
    }

    @Test
    void shouldHangUpChannelsByName() {
        MemoryLeg leg = waiting();
        String name = leg.channel().name();
        assertThat(fixture.pbx().cli().complete("channel request hangup ")).containsExactly("all", name);
        assertThat(fixture.console("channel request hangup nosuch " + name))
                .containsExactly("nosuch is not a known channel", "Requested Hangup on channel '" + name + "'");
        fixture.untilOver(leg);
        assertThat(leg.channel().hangupCause()).isEqualTo(HangupCause.NORMAL_CLEARING);
        assertThat(fixture.console("channel request hangup all")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, true",
        "/^Memory.[a-z]+-/, true",
        "/nosuch$/, false",
        "Memory/*, true",
        "Mem*, false",
        "Memory/[!x]*-????????, true",
        "memory/*, false",
        "Memory.*, false",
        "nosuch, false",
    })
    void shouldHangUpChannelsByPattern(String pattern, boolean matches) {
        MemoryLeg leg = waiting();
        String name = leg.channel().name();
        String word = pattern.equals("NAME") ? name : pattern;
        String refused = word.matches("nosuch") ? " is not a known channel" : " did not match a known channel";
        assertThat(fixture.console("channel request hangup " + word))
                .containsExactly(matches ? "Requested Hangup on channel '" + name + "'" : word + refused);
    }

    @Test
    void shouldSayThatAPatternIsWrong() {
        assertThat(fixture.console("channel request hangup /(/"))
                .singleElement()
                .asString()
                .startsWith("/(/ is no regular expression: ");
    }

    @Test
    void shouldMeasureTranslationsAndShowTheirPaths() {
        assertThat(fixture.console("core show translation"))
                .hasSize(9)
                .contains("           ulaw  alaw   gsm slin8 slin16")
                .anyMatch(line -> line.matches(" {5}ulaw {5}-( +[1-9][0-9]*){4}"));
        assertThat(fixture.console("core show translation paths gsm"))
                .contains(
                        "--- Translation paths SRC Codec \"gsm\" sample rate 8000 ---",
                        "\tgsm:8000         To ulaw:8000       : %-60s"
                                .formatted("(gsm@8000)->(slin@8000)->(ulaw@8000)"));
        assertThat(fixture.console("core show translation paths nosuch"))
                .containsExactly("Codec \"nosuch\" not found.");
    }

    @Test
    void shouldListBridges() {
        MemoryLeg alice = fixture.technology().incoming("alice");
        MemoryLeg bob = fixture.technology().incoming("bob");
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                new TwoPartyBridge(fixture.pbx(), alice.channel(), bob.channel(), BridgeOptions.PLAIN).run();
            } catch (ChannelHungUp _) {
                // the end of the test
            }
        });
        assertThat(thread).isNotNull();
        Eventually.await(
                "bridge",
                () -> alice.channel().bridgeId() != null && bob.channel().bridgeId() != null);
        String id = fixture.pbx().bridges().all().getFirst().id();
        assertThat(fixture.console("bridge show all"))
                .hasSize(2)
                .startsWith("Bridge-ID                            Name                                 Chans Type  "
                        + "          Technology      Duration")
                .last()
                .asString()
                .matches(id
                        + " <unknown>                                2 basic           simple_bridge   00:0\\d:\\d\\d");
        assertThat(fixture.console("bridge show " + id))
                .contains(
                        "Id: " + id,
                        "Num-Channels: 2",
                        "Channel: " + alice.channel().name(),
                        "Channel: " + bob.channel().name());
        assertThat(fixture.pbx().cli().complete("bridge show " + id.substring(0, 8)))
                .containsExactly(id);
        alice.channel().onHangup(HangupCause.NORMAL_CLEARING);
        Eventually.await("end", () -> fixture.pbx().bridges().all().isEmpty());
        assertThat(fixture.console("bridge show " + id)).containsExactly("Bridge '" + id + "' not found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application Trace "a text"  | a text
        APPLICATION trace           | ''
        extension 7@other           | 7 of other
        extension                   | s of default
        extension @nosuch           | s of default
        """)
    void shouldRunWhatWasAskedForOnceTheCallIsAnswered(String destination, String expected) {
        fixture.technology().script("bob", leg -> leg.channel().onAnswered());
        assertThat(fixture.console("channel originate " + fixture.technology().name() + "/bob " + destination))
                .isEmpty();
        Eventually.await(
                "The call is over",
                () -> !fixture.technology().legs().isEmpty()
                        && fixture.pbx().channels().count() == 0);
        assertThat(fixture.trace()).containsExactly(expected);
    }

    @Test
    void shouldGiveUpOnACallThatIsNotAnswered() {
        fixture.technology().script("bob", leg -> leg.channel().onIndication(Indication.BUSY, null));
        assertThat(status("channel originate " + fixture.technology().name() + "/bob application Trace x"))
                .isEqualTo(CliResult.SUCCESS);
        Eventually.await(
                "The call is over",
                () -> !fixture.technology().legs().isEmpty()
                        && fixture.pbx().channels().count() == 0);
        assertThat(fixture.technology().legs().getFirst().channel().hangupCause())
                .isEqualTo(HangupCause.USER_BUSY);
        assertThat(fixture.trace()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "channel originate, SHOW_USAGE",
        "channel originate Memory application Trace, SHOW_USAGE",
        "channel originate Nope/x extension 1, FAILURE",
        "channel originate Memory/bob application Nope, FAILURE",
        "channel originate Memory/bob nonsense, SHOW_USAGE",
        "core show channel, SHOW_USAGE",
        "core show channels nonsense, SHOW_USAGE",
        "core show application, SHOW_USAGE",
        "core show application Nope, FAILURE",
        "core show function NOPE, FAILURE",
        "core show channeltype Nope, FAILURE",
        "core show help nosuch, SILENT_FAILURE",
        "database get a, SHOW_USAGE",
        "database get no such, SILENT_FAILURE"
    })
    void shouldTellFailureByTheResult(String line, CliResult expected) {
        assertThat(status(line)).isEqualTo(expected);
    }

    @Test
    void shouldListApplicationsAndDescribeOne() {
        List<String> all = fixture.console("core show applications");
        assertThat(all.getFirst()).isEqualTo("    -= Registered Asterisk Applications =-");
        assertThat(all.getLast()).isEqualTo("    -= " + (all.size() - 2) + " Applications Registered =-");
        assertThat(all).contains("                 Trace: Note");
        assertThat(fixture.console("core show applications like rac"))
                .containsExactly(
                        "    -= Matching Asterisk Applications =-",
                        "                 Trace: Note",
                        "    -= 1 Applications Matching =-");
        assertThat(fixture.console("core show applications describing note trace"))
                .contains("                 Trace: Note");
        assertThat(fixture.console("core show application trace"))
                .containsSubsequence(
                        "",
                        "  -= Info about Application 'Trace' =- ",
                        "",
                        "[Synopsis]",
                        "Note",
                        "",
                        "[Provided By]",
                        "test",
                        "",
                        "[Syntax]",
                        "Trace(text)");
        assertThat(fixture.pbx().cli().complete("core show application tr")).containsExactly("Trace");
    }

    /** A function that says how long a text is. */
    private static final class Length implements DialplanFunction {
        @Override
        public String name() {
            return "LEN";
        }

        @Override
        public Documentation documentation() {
            return Documentation.of("Length of a text", "LEN(text)", "Counts characters.");
        }

        @Override
        public String read(@Nullable Channel channel, String arguments) {
            return Integer.toString(arguments.length());
        }
    }

    @Test
    void shouldListFunctionsAndDescribeOne() {
        fixture.pbx().functions().register("LEN", new Length(), "func_strings");
        assertThat(fixture.console("core show functions like le"))
                .containsExactly(
                        "Matching Custom Functions:",
                        "-".repeat(80),
                        "LEN                   LEN(text)                            Length of a text",
                        "1 matching custom functions installed.");
        List<String> all = fixture.console("core show functions");
        assertThat(all).startsWith("Installed Custom Functions:");
        assertThat(all).endsWith((all.size() - 3) + " custom functions installed.");
        assertThat(fixture.console("core show function len"))
                .containsSubsequence(
                        "  -= Info about Function 'LEN' =- ",
                        "[Synopsis]",
                        "Length of a text",
                        "[Provided By]",
                        "func_strings",
                        "[Arguments]",
                        "Not available");
        assertThat(fixture.pbx().cli().complete("core show function l")).containsExactly("LEN");
    }

    @Test
    void shouldListTechnologies() {
        assertThat(fixture.console("core show channeltypes"))
                .contains(
                        "Type             Description                              Devicestate   Presencestate"
                                + " Indications   Transfer     ",
                        "1 channel drivers registered.");
        assertThat(fixture.console(
                        "core show channeltype " + fixture.technology().name()))
                .contains(
                        "-- Info about channel driver: " + fixture.technology().name() + " --", "   Digit Begin: yes");
        assertThat(fixture.console("core show codecs"))
                .contains("       1 audio ulaw         ulaw             (G.711 u-law)");
    }

    @Test
    void shouldKeepAstDb() {
        assertThat(fixture.console("database put fam key value1")).containsExactly("Updated database successfully");
        fixture.console("database put fam sub/k2 \"v 2\"");
        assertThat(fixture.console("database get fam key")).containsExactly("Value: value1");
        assertThat(fixture.console("database show"))
                .containsExactly(
                        "/fam/key                                          : value1                   ",
                        "/fam/sub/k2                                       : v 2                      ",
                        "2 results found.");
        assertThat(fixture.console("database show fam sub")).hasSize(2);
        assertThat(fixture.console("database show fam/sub")).hasSize(2);
        assertThat(fixture.console("database showkey key")).hasSize(2);
        assertThat(fixture.pbx().cli().complete("database get fam ")).containsExactly("key", "sub/k2");
        assertThat(fixture.console("database get fam nokey")).containsExactly("Database entry not found.");
        assertThat(fixture.console("database del fam key")).containsExactly("Database entry removed.");
        assertThat(fixture.console("database del fam key")).containsExactly("Database entry could not be removed.");
        assertThat(fixture.console("database deltree fam")).containsExactly("1 database entries removed.");
        assertThat(fixture.console("database deltree fam")).containsExactly("Database entries do not exist.");
    }

    @Test
    void shouldHelp() {
        assertThat(fixture.console("core show help core show chan"))
                .containsExactly(
                        "core show channel              -- Display information on a specific channel",
                        "core show channels [concise|verbose|count] -- Display information on channels",
                        "core show channeltype          -- Give more details on that channel type",
                        "core show channeltypes         -- List available channel types");
        assertThat(fixture.console("core show help core show channels").getFirst())
                .isEqualTo("Usage: core show channels [concise|verbose|count]");
        assertThat(fixture.console("core show help nosuch")).containsExactly("No such command 'nosuch'.");
        assertThat(fixture.pbx().cli().complete("core show help database del")).containsExactly("del", "deltree");
    }
}
