package org.asterism.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfigIncludeTest {
    private static final Path ETC = Path.of("/etc/asterisk");

    private final MemorySource files = new MemorySource(ETC);
    private final ConfigParser parser = new ConfigParser(files, ETC);

    @Test
    void shouldGoOnInTheSectionThatWasCurrentBeforeTheInclude() throws ConfigException {
        files.put("x.conf", "[a]\nx=1\n#include \"inc.d/b.conf\"\ny=2\n");
        files.put("inc.d/b.conf", "inb=1\n[newb]\nq=1\n");

        ConfigFile file = parser.parse("x.conf");

        assertThat(entries(file, "a")).isEqualTo("x=1|inb=1|y=2");
        assertThat(entries(file, "newb")).isEqualTo("q=1");
        assertThat(file.sections("newb").getFirst().where()).isEqualTo("inc.d/b.conf:2");
        assertThat(file.sources()).containsExactly(ETC.resolve("x.conf"), ETC.resolve("inc.d/b.conf"));
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void shouldGiveIncludedLinesToTheNewestSectionAndWarnWhenThatIsAnother() throws ConfigException {
        files.put("x.conf", "[a]\n#include b.conf\n#include c.conf\nz=1\n");
        files.put("b.conf", "[b]\n");
        files.put("c.conf", "inc=1\n");

        ConfigFile file = parser.parse("x.conf");

        assertThat(entries(file, "a")).isEqualTo("z=1");
        assertThat(entries(file, "b")).isEqualTo("inc=1");
        assertThat(file.problems())
                .extracting(ConfigProblem::message)
                .containsExactly("The lines from line 1 of /etc/asterisk/c.conf on belong to section [b],"
                        + " the last one opened, not to the one with the #include");
    }

    @Test
    void shouldIncludeTheFilesOfAPatternInOrder() throws ConfigException {
        files.put("x.conf", "[a]\n#include inc.d/*.conf\n#include </etc/asterisk/inc.d/{d,e}.cfg>\n");
        files.put("inc.d/b.conf", "b=1")
                .put("inc.d/a.conf", "a=1")
                .put("inc.d/c.txt", "no")
                .put("inc.d/d.cfg", "d=1");

        assertThat(entries(parser.parse("x.conf"), "a")).isEqualTo("a=1|b=1|d=1");
    }

    @Test
    void shouldTryAnIncludeOnlyWhereTheFileExists() throws ConfigException {
        files.put("x.conf", "[a]\n#tryinclude nosuch.conf\n#TRYINCLUDE none.d/*\n#tryinclude b.conf\n");
        files.put("b.conf", "b=1");

        ConfigFile file = parser.parse("x.conf");

        assertThat(entries(file, "a")).isEqualTo("b=1");
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void shouldRejectTheWholeForAMistakeInAnIncludedFile() {
        files.put("x.conf", "[a]\n#tryinclude b.conf\n").put("b.conf", "b=1\n[oops\n");

        assertThat(assertThrows(ConfigException.class, () -> parser.parse("x.conf")))
                .hasMessageStartingWith("parse error: no closing ']', line 2 of /etc/asterisk/b.conf");
    }

    @Test
    void shouldContinueASectionOfTheIncludingFile() throws ConfigException {
        files.put("x.conf", "[t](!)\nk=1\n[a](t)\n[other]\n#include b.conf\n").put("b.conf", "[a](+)\nb=1\n[c](t)\n");

        ConfigFile file = parser.parse("x.conf");

        assertThat(entries(file, "a")).isEqualTo("k=1|b=1");
        assertThat(entries(file, "c")).isEqualTo("k=1");
    }

    @Test
    void shouldWarnWhenAFileIsIncludedTwice() throws ConfigException {
        files.put("x.conf", "[a]\n#include b.conf\n#include b.conf\n").put("b.conf", "b=1\n");

        ConfigFile file = parser.parse("x.conf");

        assertThat(entries(file, "a")).isEqualTo("b=1|b=1");
        assertThat(file.problems())
                .extracting(ConfigProblem::message)
                .containsExactly("'/etc/asterisk/x.conf', line 3:  Same File included more than once!");
    }

    @Test
    void shouldStopAtTheTenthLevelOfIncludes() throws ConfigException {
        files.put("x.conf", "#include x.conf\n[a]\n");

        ConfigFile file = parser.parse("x.conf");

        assertThat(file.sections()).hasSize(10);
        assertThat(file.problems())
                .extracting(ConfigProblem::message)
                .contains("Maximum Include level (10) exceeded, line 1 of /etc/asterisk/x.conf:"
                        + " what it names is not included");
    }

    @Test
    void shouldBoundTheNumberOfFiles() {
        files.put("x.conf", "#include x.conf\n".repeat(4));

        assertThat(assertThrows(ConfigException.class, () -> parser.parse("x.conf")))
                .hasMessageContaining("More than 1000 files");
    }

    @Test
    void shouldRunCommandsOnlyWhenAllowed() throws ConfigException {
        files.put("x.conf", "[a]\n#exec printf 'k=1\\n[b]\\nl=2'\nm=3\n");

        ConfigFile allowed = parser.withExecIncludes(true).parse("x.conf");

        assertThat(entries(allowed, "a")).isEqualTo("k=1|m=3");
        assertThat(entries(allowed, "b")).isEqualTo("l=2");
        assertThat(allowed.hasChanged()).isTrue();
        assertThat(entries(parser.parse("x.conf"), "a")).isEqualTo("m=3");
    }

    @Test
    void shouldRejectAFileWhoseCommandFails() {
        files.put("x.conf", "[a]\n#exec exit 3\n");

        assertThat(assertThrows(
                        ConfigException.class,
                        () -> parser.withExecIncludes(true).parse("x.conf")))
                .hasMessageContaining("exit status 3")
                .hasMessageContaining("line 2 of /etc/asterisk/x.conf");
    }

    @Test
    void shouldNoticeChanges() throws ConfigException {
        files.put("x.conf", "[a]\n#include inc.d/*.conf\n#tryinclude maybe.conf\n")
                .put("inc.d/a.conf", "a=1");
        ConfigFile first = parser.parse("x.conf");
        assertThat(first.hasChanged()).isFalse();

        files.put("inc.d/b.conf", "b=1");
        ConfigFile second = parser.parse("x.conf");
        assertThat(first.hasChanged()).isTrue();
        assertThat(second.hasChanged()).isFalse();

        files.put("maybe.conf", "m=1");
        ConfigFile third = parser.parse("x.conf");
        assertThat(second.hasChanged()).isTrue();
        assertThat(third.hasChanged()).isFalse();

        files.remove("inc.d/a.conf");
        assertThat(third.hasChanged()).isTrue();
        assertThat(entries(third, "a")).isEqualTo("a=1|b=1|m=1");
    }

    private static String entries(ConfigFile file, String name) {
        return ConfigGrammarTest.entries(Objects.requireNonNull(file.section(name)));
    }
}
