package org.asterism.core.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Indication;
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
class ChannelControlTest {
    private final CoreConsole console = new CoreConsole();
    private final DialplanFixture fixture = console.fixture();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void shouldHangUpChannelsByName() {
        MemoryLeg leg = console.waiting();
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
        MemoryLeg leg = console.waiting();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application Trace "a text"  | a text
        APPLICATION trace           | ''
        extension 7@other           | 7 of other
        extension                   | s of default
        extension @nosuch           | s of default
        """)
    void shouldRunWhatWasAskedForOnceTheCallIsAnswered(String destination, String expected) {
        fixture.technology().script("bob", leg -> leg.channel().legEvents().onAnswered());
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
        fixture.technology().script("bob", leg -> leg.channel().legEvents().onIndication(Indication.BUSY, null));
        assertThat(console.run("channel originate " + fixture.technology().name() + "/bob application Trace x"))
                .isEqualTo(CliResult.SUCCESS);
        Eventually.await(
                "The call is over",
                () -> !fixture.technology().legs().isEmpty()
                        && fixture.pbx().channels().count() == 0);
        assertThat(fixture.technology().legs().getFirst().channel().hangupCause())
                .isEqualTo(HangupCause.USER_BUSY);
        assertThat(fixture.trace()).isEmpty();
    }
}
