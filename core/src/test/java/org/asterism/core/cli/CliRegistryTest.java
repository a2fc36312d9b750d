package org.asterism.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliRegistryTest {
    private final CliRegistry registry = new CliRegistry();
    private final List<String> answer = new ArrayList<>();

    /** Says which command it is and what its arguments are. */
    private record Telling(String words, List<String> offers, CliResult result) implements CliCommand {
        Telling(String words, String... offers) {
            this(words, List.of(offers), CliResult.SUCCESS);
        }

        @Override
        public String summary() {
            return "Tells";
        }

        @Override
        public String usage() {
            return "Usage: " + words + "\n       Tells.";
        }

        @Override
        public CliResult run(CliRequest request) {
            request.println(words + " " + request.arguments());
            return result;
        }

        @Override
        public List<String> complete(List<String> arguments, String prefix) {
            return arguments.isEmpty()
                    ? offers.stream().filter(offer -> offer.startsWith(prefix)).toList()
                    : List.of();
        }
    }

    @Test
    void shouldShowControlCharactersInAnswersRatherThanObeyThem() {
        registry.register(
                new DeclaredCommand("tell", "Tells", "Usage: tell\n       Tells.", request -> {
                    request.println("name \u001b[2J\nnext");
                    request.printf("%-6s|", "a\u0007");
                    return CliResult.SUCCESS;
                }),
                "core");
        registry.run("tell", answer::add);
        assertThat(answer).containsExactly("name \\x1b[2J\\x0anext", "a\\x07    |");
    }

    @BeforeEach
    void register() {
        registry.register(new Telling("core show channels", "concise", "count", "verbose"), "core");
        registry.register(new Telling("core show channel"), "core");
        registry.register(new Telling("core show help"), "core");
        registry.register(new Telling("core stop now"), "core");
        registry.register(new Telling("core stop gracefully"), "core");
        registry.register(new Telling("core stop when convenient"), "core");
        registry.register(new Telling("iax2 set debug {on|off}"), "chan_iax2");
        registry.register(new Telling("iax2 set debug peer", "alice", "alan"), "chan_iax2");
        registry.register(new Telling("iax2 show peer", "alice"), "chan_iax2");
        registry.register(new Telling("iax2 show peers"), "chan_iax2");
        registry.register(new Telling("module", "nothing"), "core");
        registry.register(new Telling("module show", "like"), "core");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", textBlock = """
        core show channels            -> core show channels []
        core show channels count      -> core show channels [count]
        CORE Show CHANNELS Count      -> core show channels [Count]
        core show channel IAX2/a-1    -> core show channel [IAX2/a-1]
        module                        -> module []
        module show                   -> module show []
        module show like x            -> module show [like, x]
        module load x                 -> module [load, x]
        iax2 set debug on             -> iax2 set debug {on|off} []
        iax2 set debug OFF x          -> iax2 set debug {on|off} [x]
        iax2 set debug peer a         -> iax2 set debug peer [a]
        module "a b" c                -> module [a b, c]
        module a\\ b \\"c             -> module [a b, "c]
        module "" x                   -> module [, x]
        module "un closed             -> module [un closed]
        "core" stop   now             -> core stop now []
        """, quoteCharacter = '\u0001')
    void shouldRunTheCommandWithMostMatchingWords(String line, String expected) {
        assertThat(registry.run(line, answer::add)).isEqualTo(CliResult.SUCCESS);
        assertThat(answer).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"core foo", "cor show channels", "core", "core sho channels", "iax2 set debug maybe"})
    void shouldSayThatThereIsNoSuchCommand(String line) {
        assertThat(registry.run("  " + line + " ", answer::add)).isEqualTo(CliResult.FAILURE);
        assertThat(answer)
                .containsExactly("No such command '" + line + "' (type 'core show help " + line
                        + "' for other possible commands)");
    }

    @Test
    void shouldDoNothingForAnEmptyLine() {
        assertThat(registry.run("   ", answer::add)).isEqualTo(CliResult.SUCCESS);
        assertThat(answer).isEmpty();
    }

    @Test
    void shouldShowTheUsageOfACommandUsedWrongly() {
        registry.register(new Telling("odd", List.of(), CliResult.SHOW_USAGE), "core");
        assertThat(registry.run("odd", answer::add)).isEqualTo(CliResult.SHOW_USAGE);
        assertThat(answer).containsExactly("odd []", "Usage: odd", "       Tells.");
    }

    @Test
    void shouldSayThatACommandFailed() {
        registry.register(new Telling("doomed", List.of(), CliResult.FAILURE), "core");
        assertThat(registry.run("doomed now", answer::add)).isEqualTo(CliResult.FAILURE);
        assertThat(answer).containsExactly("doomed [now]", "Command 'doomed now' failed.");
    }

    @Test
    void shouldRefuseCommandsDuringShutdown() {
        AtomicBoolean ending = new AtomicBoolean(true);
        registry.refuseWhile(ending::get);
        assertThat(registry.run("core show channels", answer::add)).isEqualTo(CliResult.FAILURE);
        assertThat(answer).containsExactly("Command 'core show channels' cannot be run during shutdown");
        ending.set(false);
        assertThat(registry.run("core show channels", answer::add)).isEqualTo(CliResult.SUCCESS);
    }

    @Test
    void shouldRefuseALineThatIsTooLong() {
        assertThat(registry.run("module " + "x".repeat(CliRegistry.MAX_LINE), answer::add))
                .isEqualTo(CliResult.FAILURE);
        assertThat(answer).singleElement().asString().contains("too long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        ''                       | core,iax2,module
        c                        | core
        C                        | core
        core                     | core
        'core '                  | show,stop
        core s                   | show,stop
        'core stop '             | gracefully,now,when
        core stop w              | when
        'core stop when '        | convenient
        'core stop now '         | -
        core show chan           | channel,channels
        core show channel        | channel,channels
        'core show channels '    | concise,count,verbose
        core show channels co    | concise,count
        'core show channels co ' | -
        'module '                | nothing,show
        'module show '           | like
        iax2 set debug o         | off,on
        'iax2 set debug '        | off,on,peer
        'iax2 set debug peer '   | alan,alice
        iax2 set debug peer ali  | alice
        nonsense x               | -
        """)
    void shouldCompleteTheWordBeingTyped(String line, String expected) {
        assertThat(registry.complete(line)).isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void shouldCompleteAnOptionalLastWordAndPassItOn() {
        registry.register(new Telling("core show functions [like|unlike]"), "core");
        assertThat(registry.complete("core show functions ")).containsExactly("like", "unlike");
        assertThat(registry.complete("core show functions like ")).isEmpty();
        registry.run("core show functions like x", answer::add);
        registry.run("core show functions", answer::add);
        assertThat(answer)
                .containsExactly("core show functions [like|unlike] [like, x]", "core show functions [like|unlike] []");
    }

    @Test
    void shouldForgetACommandThatIsTakenBack() {
        Runnable takeBack = registry.register(new Telling("odd"), "core");
        assertThat(registry.exactly(List.of("ODD"))).isNotNull();
        takeBack.run();
        assertThat(registry.exactly(List.of("odd"))).isNull();
        assertThat(registry.run("odd", answer::add)).isEqualTo(CliResult.FAILURE);
    }

    @Test
    void shouldRefuseTwoCommandsOfTheSameWords() {
        assertThatThrownBy(() -> registry.register(new Telling("Core Stop Now"), "other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Command 'Core Stop Now' is registered by core already");
    }

    @Test
    void shouldFindCommandsForHelp() {
        assertThat(registry.beginningWith(List.of("core", "stop")))
                .extracting(entry -> entry.command().words())
                .containsExactly("core stop gracefully", "core stop now", "core stop when convenient");
        assertThat(registry.beginningWith(List.of("CORE", "st"))).hasSize(3);
        assertThat(registry.beginningWith(List.of("cor", "stop"))).isEmpty();
        assertThat(registry.beginningWith(List.of())).hasSize(12);
    }
}
