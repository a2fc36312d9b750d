package org.asterism.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {
    private static LogSettings read(String text) throws ConfigException {
        return LogSettings.read(ConfigFile.ofText("logger.conf", text), Path.of("log"));
    }

    private static LogChannel channel(String line) throws ConfigException {
        List<LogChannel> channels = read("[logfiles]\n" + line).channels();
        assertThat(channels).hasSize(1);
        return channels.getFirst();
    }

    @Test
    void shouldReadGeneral() throws ConfigException {
        LogSettings settings = read("""
            [general]
            dateformat = %F %T
            use_callids = no
            rotatestrategy = rotate
            logger_queue_limit = 250
            """);

        assertThat(settings.dateFormat()).isEqualTo("%F %T");
        assertThat(settings.callIds()).isFalse();
        assertThat(settings.rotation()).isEqualTo(RotateStrategy.ROTATE);
        assertThat(settings.queueLimit()).isEqualTo(250);
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void shouldReadLevelsOfFilesAndConsole() throws ConfigException {
        LogChannel file = channel("full.log => notice, WARNING,error,verbose");
        LogChannel console = channel("console = debug");

        assertThat(file)
                .isEqualTo(new LogChannel(
                        "full.log",
                        false,
                        java.util.EnumSet.of(LogLevel.NOTICE, LogLevel.WARNING, LogLevel.ERROR, LogLevel.VERBOSE),
                        LogChannel.ANY_VERBOSITY));
        assertThat(console.console()).isTrue();
        assertThat(console.levels()).containsExactly(LogLevel.DEBUG);
    }

    @Test
    void shouldReadTheVerbosityOfAChannel() throws ConfigException {
        assertThat(channel("full => verbose(3),notice").verbosity()).isEqualTo(3);
    }

    @Test
    void shouldTakeAnAsteriskForAllLevels() throws ConfigException {
        assertThat(channel("everything => *").levels()).containsExactlyInAnyOrder(LogLevel.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "full => notice,wanring|logger.conf:2: unknown level 'wanring' for 'full'",
                "full => [json]notice|logger.conf:2: formatter [json] is not supported",
                "syslog.local0 => notice|logger.conf:2: syslog is not supported",
            })
    void shouldWarnOfWhatItCannotDo(String line, String warning) throws ConfigException {
        assertThat(read("[logfiles]\n" + line).problems())
                .extracting(ConfigProblem::message)
                .singleElement()
                .asString()
                .startsWith(warning);
    }

    @Test
    void shouldSuggestTheOptionThatMayBeMeant() throws ConfigException {
        assertThat(read("[general]\ndateformet = %F").problems())
                .extracting(ConfigProblem::message)
                .containsExactly("logger.conf:2: unknown option 'dateformet' in [general], did you mean 'dateformat'?");
    }
}
