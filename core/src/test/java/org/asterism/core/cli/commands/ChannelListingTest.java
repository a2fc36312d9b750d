package org.asterism.core.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.MemoryLeg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ChannelListingTest {
    private final CoreConsole console = new CoreConsole();
    private final DialplanFixture fixture = console.fixture();

    @AfterEach
    void close() {
        console.close();
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
        MemoryLeg leg = console.waiting();
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
        MemoryLeg leg = console.waiting();
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
        console.waiting();
        List<String> answer = new ArrayList<>();
        CoreCommands.all(fixture.pbx(), 8, () -> "").stream()
                .filter(command -> command.words().startsWith("core show calls"))
                .forEach(command -> command.run(
                        new CliRequest("core show calls", List.of("core", "show", "calls"), List.of(), answer::add)));
        assertThat(answer).containsExactly("1 of 8 max active call (12.50% of capacity)", "1 call processed");
    }

    @Test
    void shouldTellWhatIsKnownOfAChannel() {
        MemoryLeg leg = console.waiting();
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
        assertThat(console.run("core show channel nosuch")).isEqualTo(CliResult.SILENT_FAILURE);
    }
}
