package org.asterism.core.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.core.bridge.BridgeOptions;
import org.asterism.core.bridge.TwoPartyBridge;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.cli.CliResult;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class CoreCommandsTest {
    private final CoreConsole console = new CoreConsole();
    private final DialplanFixture fixture = console.fixture();

    @AfterEach
    void close() {
        console.close();
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
        assertThat(console.run(line)).isEqualTo(expected);
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
        alice.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        Eventually.await("end", () -> fixture.pbx().bridges().all().isEmpty());
        assertThat(fixture.console("bridge show " + id)).containsExactly("Bridge '" + id + "' not found");
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
}
