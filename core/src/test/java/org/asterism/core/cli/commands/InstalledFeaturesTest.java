package org.asterism.core.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.testing.DialplanFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The listings of what is installed: applications, functions, technologies, codecs and commands. */
@Timeout(180)
class InstalledFeaturesTest {
    private final CoreConsole console = new CoreConsole();
    private final DialplanFixture fixture = console.fixture();

    @AfterEach
    void close() {
        console.close();
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
