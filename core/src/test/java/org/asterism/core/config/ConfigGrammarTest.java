package org.asterism.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar as a real Asterisk 22 showed it through its manager action GetConfig, deviations named where they are. */
class ConfigGrammarTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                line("a=1", "a=1"),
                line("  a \t=  1 2\t", "a=1 2"),
                line("sp ace key = v", "sp ace key=v"),
                line("h=", "h="),
                line("q ==r", "q==r"),
                line("i==>x", "i==>x"),
                line("r2= >3", "r2=>3"),
                line("a=1;comment", "a=1"),
                line(";comment", ""),
                line("f=a\\;b;c", "f=a;b"),
                line("g=a\\\\;b", "g=a\\;b"),
                line("v=end \\\nw=2", "v=end \\|w=2"),
                line("q=\"a;b\"", "q=\"a"),
                line("\\#hash=1", "#hash=1"),
                line("\\[br]=2", "[br]=2"),
                line("\\;x=3", ";x=3"),
                line("\\\\y=2", "\\y=2"),
                line("\\+=9", "+=9"),
                line("x=${EXTEN:1}", "x=${EXTEN:1}"),
                line("a=1\nA=2\na=3", "a=1|A=2|a=3"),
                line("k2=first\nk2+=second\nk2+= third", "k2=firstsecondthird"),
                line("k=1\nk+=2\nj=0\nk=3\nk+=4", "k=12|j=0|k=34"),
                line("new+=value", "new=value"),
                line("B=two\nb+=three\nB+=four", "B=twofour|b=three"),
                line("c +=> five\nc+= six", "c=> fivesix"),
                line("d=4 ;-- x --; e=tail", "d=4  e=tail"),
                line("a=1 ;-- one\nb=2\n;-- deeper --;\nc=3 --; d=4", "a=1|d=4"),
                line("p=6 ;--;x\nq=7\n--;r=8", "p=6|r=8"),
                line("m=3 ;-- not\n;--- in comment\n--; o=5 ;--- ordinary --; y=6", "m=3|o=5"),
                line(";-- \\;--;\ns=9", "s=9"));
    }

    private static Arguments line(String text, String entries) {
        return Arguments.of(text, entries);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void shouldReadLinesAsAsteriskDoes(String text, String expected) throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[s]\n" + text + "\n");

        assertThat(entries(section(file, "s"))).isEqualTo(expected);
        assertThat(file.problems()).isEmpty();
    }

    static Stream<Arguments> skippedLines() {
        return Stream.of(
                line("novalue", "No '=' (equal sign) in line 2 of x.conf"),
                line("\\=7", "No '=' (equal sign) in line 2 of x.conf"),
                line("=5", "No variable name in line 2 of x.conf"),
                line("+=6", "No variable name in line 2 of x.conf"),
                line("#foo bar", "Unknown directive '#foo' at line 2 of x.conf"),
                line("# include \"x\"", "Unknown directive '#' at line 2 of x.conf"),
                line("#include", "Directive '#include' needs an argument (filename) at line 2 of x.conf"),
                line("#tryinclude \"\"", "Directive '#tryinclude' needs an argument (filename) at line 2 of x.conf"),
                line("#exec", "Directive '#exec' needs an argument (/path/to/executable) at line 2 of x.conf"),
                line(
                        "#exec /bin/true",
                        "Cannot perform #exec unless execincludes option is enabled in asterisk.conf"
                                + " (options section)! Skipped: line 2 of x.conf"),
                line("k=" + "x".repeat(8189), "Line 2 of x.conf too long, skipping. It begins with: k=..."));
    }

    @ParameterizedTest
    @MethodSource("skippedLines")
    void shouldSkipALineWithAWarning(String text, String warning) throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[s]\n" + text + "\nnext=1\n");

        assertThat(entries(section(file, "s"))).isEqualTo("next=1");
        assertThat(file.problems())
                .containsExactly(new ConfigProblem(ConfigProblem.Severity.WARNING, "x.conf", 2, warning));
    }

    static Stream<Arguments> rejectedTexts() {
        return Stream.of(
                line("a=1", "parse error: No category context, line 1 of x.conf"),
                line("[a", "parse error: no closing ']', line 1 of x.conf"),
                line("[a](b", "parse error: no closing ')', line 1 of x.conf"),
                line("[a](nosuch)", "Inheritance requested, but category 'nosuch' does not exist, line 1 of x.conf"),
                line("[y]\n[x3](y, y)", "Inheritance requested, but category ' y' does not exist, line 2 of x.conf"),
                line("[a](+)", "Category addition requested, but category 'a' does not exist, line 1 of x.conf"),
                line(
                        "[t](!)\n[t](+)",
                        "Category addition requested, but category 't' does not exist, line 2 of x.conf"),
                line("[t]\n[t](+type)", "parse error: the filter 'type' has no '=', line 2 of x.conf"),
                line("[a]\n\\ x=1", "Invalid escape, line 2 of x.conf"),
                line("[a]\n\\", "Invalid escape, line 2 of x.conf"),
                line(
                        "[a]\n#include nosuch.conf ; c",
                        "The file 'nosuch.conf' was listed as a #include but it does not exist, line 2 of x.conf"),
                line(
                        "[a]\n#include \"nosuch.conf",
                        "The file '\"nosuch.conf' was listed as a #include but it does not exist, line 2 of x.conf"),
                line(
                        "[a]\n#include empty.d/*.conf",
                        "The file 'empty.d/*.conf' was listed as a #include but it does not exist, line 2 of x.conf"));
    }

    @ParameterizedTest
    @MethodSource("rejectedTexts")
    void shouldRejectAFileAndSayWhatToDo(String text, String message) {
        ConfigException e = rejection(text);

        assertThat(e.reason()).isEqualTo(ConfigException.Reason.REJECTED);
        assertThat(e.problem().severity()).isEqualTo(ConfigProblem.Severity.ERROR);
        assertThat(e.problem()).hasToString(message);
        assertThat(e.getMessage()).startsWith(message + ": ").hasSizeGreaterThan(message.length() + 10);
    }

    @Test
    void shouldLetInheritedEntriesComeFirstAndReplaceNothing() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", """
            [Base](!)
            a=1
            B=two
            [tplx](!,base)
            a=2
            [y]
            own=0
            [x](Base,y)junk
            a=3
            B+=!
            [z](tplx)
            """);

        assertThat(file.sections()).extracting(ConfigSection::name).containsExactly("y", "x", "z");
        assertThat(entries(section(file, "x"))).isEqualTo("a=1|B=two!|own=0|a=3");
        assertThat(entries(section(file, "z"))).isEqualTo("a=1|B=two|a=2");
        assertThat(section(file, "x").last("A")).isEqualTo("3");
        assertThat(section(file, "x").all("a")).extracting(ConfigEntry::where).containsExactly("x.conf:2", "x.conf:9");
        assertThat(section(file, "x").templates()).containsExactly("Base", "y");
        assertThat(section(file, "x").lastEntry("none")).isNull();
        assertThat(file.section("base")).isNull();
    }

    @Test
    void shouldContinueSections() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", """
            [t](!)
            a=1
            [t](+TEMPLATES=include)
            b=2
            [u](t)
            [v]
            type=aor
            [v]
            type=endpoint
            m=1
            [v](+type=endpoint&m=1)
            z=9
            [V](+)
            first=1
            """);

        assertThat(entries(section(file, "u"))).isEqualTo("a=1|b=2");
        assertThat(file.sections("V"))
                .extracting(ConfigGrammarTest::entries)
                .containsExactly("type=aor|first=1", "type=endpoint|m=1|z=9");
    }

    @Test
    void shouldHideASectionThatIsContinuedAsTemplate() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[a]\nx=1\n[a](!,+)\ny=1\n[c](a)\n");

        assertThat(file.sections()).extracting(ConfigSection::name).containsExactly("c");
        assertThat(entries(section(file, "c"))).isEqualTo("x=1|y=1");
    }

    @Test
    void shouldKeepSectionsOfOneNameApartAndFindTheFirst() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[ a ]\nk=0\n[a]\nk=1\n[A]\nk=2\n");

        assertThat(section(file, "a").last("k")).isEqualTo("1");
        assertThat(file.sections("A")).hasSize(2);
        assertThat(section(file, " a ").line()).isEqualTo(1);
    }

    @Test
    void shouldWarnOfABlankBeforeTheParenthesis() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[t](!)\nk=0\n[e] (t)\nz=1\n");

        assertThat(entries(section(file, "e"))).isEqualTo("z=1");
        assertThat(file.problems())
                .extracting(ConfigProblem::message)
                .containsExactly("Section [e] does not inherit '(t)', line 3 of x.conf:"
                        + " there must be no blank before the parenthesis");
    }

    @Test
    void shouldWarnOfAnUnterminatedComment() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[a]\nx=1\n;-- here\ny=2\n");

        assertThat(entries(section(file, "a"))).isEqualTo("x=1");
        assertThat(file.problems())
                .extracting(ConfigProblem::message)
                .containsExactly("Unterminated comment detected beginning on line 3 of x.conf;"
                        + " the rest of the file is not read");
    }

    /** Asterisk loses the rest of the file here. */
    @Test
    void shouldTakeACommentEndWithoutABeginningForAnOrdinaryComment() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[a]\nx=1--;z\ny=2\n");

        assertThat(entries(section(file, "a"))).isEqualTo("x=1--|y=2");
        assertThat(file.problems()).hasSize(1);
    }

    @Test
    void shouldReadByteOrderMarkCarriageReturnsAndOtherCharsets() throws ConfigException {
        byte[] latin1 = "[a]\r\nv = \u00e9t\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1);
        MemorySource files = new MemorySource(Path.of("/etc/x"))
                .put("utf8.conf", "\uFEFF[a]\r\nk=\u00e9\r\n\r\n[b]\r\nl=2")
                .put("latin1.conf", latin1);
        ConfigParser parser = new ConfigParser(files, Path.of("/etc/x"));

        ConfigFile utf8 = parser.parse("utf8.conf");
        ConfigFile old = parser.parse("latin1.conf");

        assertThat(entries(section(utf8, "a"))).isEqualTo("k=\u00e9");
        assertThat(entries(section(utf8, "b"))).isEqualTo("l=2");
        assertThat(utf8.problems()).isEmpty();
        assertThat(entries(section(old, "a"))).isEqualTo("v=\u00e9t\u00e9");
        assertThat(old.problems())
                .extracting(ConfigProblem::message)
                .containsExactly("/etc/x/latin1.conf is not UTF-8; it is read as ISO 8859-1");
    }

    @Test
    void shouldTellAnArrowFromAnEqualSign() throws ConfigException {
        ConfigSection section = section(ConfigFile.ofText("x.conf", "[a]\nexten => 1\nk = 2\nr=>\n"), "a");

        assertThat(section.entries()).extracting(ConfigEntry::object).containsExactly(true, false, true);
        assertThat(entries(section)).isEqualTo("exten=1|k=2|r=");
    }

    @Test
    void shouldKeepALineOfTheLongestAllowedLength() throws ConfigException {
        ConfigFile file = ConfigFile.ofText("x.conf", "[a]\nk=" + "x".repeat(8188) + "\n");

        assertThat(section(file, "a").last("k")).hasSize(8188);
    }

    @Test
    void shouldSayThatAFileIsMissing() {
        ConfigParser parser = new ConfigParser(new MemorySource(Path.of("/etc/x")), Path.of("/etc/x"));

        ConfigException e = assertThrows(ConfigException.class, () -> parser.parse("iax.conf"));

        assertThat(e.reason()).isEqualTo(ConfigException.Reason.MISSING);
        assertThat(e).hasMessageContaining("/etc/x/iax.conf does not exist");
    }

    @Test
    void shouldBoundInheritanceThatDoublesItself() {
        StringBuilder text = new StringBuilder("[s0]\na=1\n");
        for (int i = 1; i < 64; i++) {
            text.append("[s")
                    .append(i)
                    .append("](s")
                    .append(i - 1)
                    .append(",s")
                    .append(i - 1)
                    .append(")\n");
        }

        assertThat(rejection(text.toString())).hasMessageContaining("entries");
    }

    private static ConfigException rejection(String text) {
        return assertThrows(ConfigException.class, () -> ConfigFile.ofText("x.conf", text));
    }

    private static ConfigSection section(ConfigFile file, String name) {
        List<ConfigSection> found = file.sections(name);
        assertThat(found).as("section [%s]", name).isNotEmpty();
        return found.getFirst();
    }

    static String entries(ConfigSection section) {
        return String.join(
                "|",
                section.entries().stream()
                        .map(entry -> entry.key() + "=" + entry.value())
                        .toList());
    }
}
