package org.asterism.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static CommandLine parse(String... arguments) throws CommandLine.Wrong {
        return CommandLine.parse(Arrays.asList(arguments));
    }

    @ParameterizedTest
    @CsvSource({
        "-c,CONSOLE",
        "-cvvv,CONSOLE",
        "-f,SWITCH",
        "-r,REMOTE",
        "-R,REMOTE_RECONNECTING",
        "-h,HELP",
        "-V,VERSION",
        "-vvvg,SWITCH"
    })
    void shouldKnowWhatToBe(String argument, CommandLine.Mode mode) throws CommandLine.Wrong {
        assertThat(parse(argument).mode()).isEqualTo(mode);
    }

    @Test
    void shouldBeTheSwitchWithoutArguments() throws CommandLine.Wrong {
        assertThat(CommandLine.parse(List.of()).mode()).isEqualTo(CommandLine.Mode.SWITCH);
    }

    @Test
    void shouldCountVerbosityAndDebug() throws CommandLine.Wrong {
        CommandLine flags = parse("-cvvv", "-v", "-dd");

        assertThat(flags.verbose()).isEqualTo(4);
        assertThat(flags.debug()).isEqualTo(2);
    }

    @Test
    void shouldTakeACommandJoinedOrNot() throws CommandLine.Wrong {
        assertThat(parse("-rx", "core show version").command()).isEqualTo("core show version");
        assertThat(parse("-xcore show version").command()).isEqualTo("core show version");
        assertThat(parse("-x", "core show version").mode()).isEqualTo(CommandLine.Mode.REMOTE);
    }

    @Test
    void shouldTakeFilesOfOtherInstances() throws CommandLine.Wrong {
        CommandLine flags = parse("-C", "/opt/b/asterisk.conf", "-rs", "/run/b.ctl");

        assertThat(flags.confFile()).isEqualTo("/opt/b/asterisk.conf");
        assertThat(flags.socket()).isEqualTo("/run/b.ctl");
        assertThat(flags.remote()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-cU,nobody", "-fG,nogroup", "-cM,100"})
    void shouldPassOverWhatTheServiceManagerDoesHere(String flag, String argument) throws CommandLine.Wrong {
        assertThat(parse(flag, argument).confFile()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "-z,Unknown option -z",
        "-C,Option -C needs an argument",
        "start,Unexpected argument 'start'",
        "-,Unexpected argument '-'"
    })
    void shouldRefuseWhatItDoesNotKnow(String argument, String message) {
        assertThatThrownBy(() -> parse(argument)).hasMessage(message);
    }
}
