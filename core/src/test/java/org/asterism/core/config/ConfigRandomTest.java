package org.asterism.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made up by a seeded generator that knows what they mean, and texts that mean nothing at all. */
class ConfigRandomTest {
    private static final int SEEDS = 300;
    private static final Path ETC = Path.of("/etc/asterisk");
    private static final String GARBAGE = "[]()!+=>;-\\#\"<>,& \t\n\r\0aB\u00e9";

    static List<Long> seeds() {
        Random random = new Random(20261121);
        return random.longs(SEEDS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldReadWhatWasWritten(long seed) throws ConfigException {
        RandomConfig written = new RandomConfig(new Random(seed), ETC);

        ConfigFile file = new ConfigParser(written.files(), ETC).parse("x.conf");

        assertThat(file.problems()).isEmpty();
        assertThat(file.sections().stream()
                        .map(section -> section.name() + ":" + ConfigGrammarTest.entries(section))
                        .toList())
                .isEqualTo(written.expected());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldReadOrRejectGarbage(long seed) {
        Random random = new Random(seed);
        MemorySource files = new MemorySource(ETC).put("b", garbage(random)).put("x.conf", garbage(random));

        readOrReject(files);
    }

    /** Reads {@code x.conf}, or has it rejected with a place and advice; checks what holds for whatever was read. */
    static void readOrReject(MemorySource files) {
        try {
            ConfigFile file = new ConfigParser(files, ETC).parse("x.conf");
            for (ConfigSection section : file.sections()) {
                assertThat(section.line()).isPositive();
                for (ConfigEntry entry : section.entries()) {
                    assertThat(entry.key()).isNotEmpty().isEqualTo(entry.key().trim());
                    assertThat(entry.line()).isPositive();
                    assertThat(section.all(entry.key())).contains(entry);
                }
            }
            assertThat(file.problems())
                    .allSatisfy(problem -> assertThat(problem.message())
                            .contains(problem.line() == 0 ? "" : String.valueOf(problem.line())));
        } catch (ConfigException e) {
            assertThat(e.problem().line()).isPositive();
            assertThat(e.getMessage()).contains(", line " + e.problem().line() + " of /etc/asterisk/");
        }
    }

    private static byte[] garbage(Random random) {
        List<String> words = List.of("[a]", "[t](!)", "[a](t)", "[a](+)", "k=v", "k+=v", "#include b", ";--", "--;");
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "[a]\n" : "");
        int length = random.nextInt(200);
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextInt(4) == 0
                            ? words.get(random.nextInt(words.size())) + "\n"
                            : String.valueOf(GARBAGE.charAt(random.nextInt(GARBAGE.length()))));
        }
        return text.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** A configuration whose meaning is known: sections that inherit, append and repeat, dressed up with noise. */
    private static final class RandomConfig {
        private record Section(String name, boolean template, List<String[]> entries) {}

        private final Random random;
        private final MemorySource files;
        private final List<Section> sections = new ArrayList<>();
        private final StringBuilder main = new StringBuilder();
        private int includes;

        RandomConfig(Random random, Path directory) {
            this.random = random;
            this.files = new MemorySource(directory);
            int count = 1 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                noise(main);
                writeSection("s" + i);
            }
            files.put("x.conf", main.toString());
        }

        MemorySource files() {
            return files;
        }

        List<String> expected() {
            return sections.stream()
                    .filter(section -> !section.template())
                    .map(section -> section.name() + ":"
                            + String.join(
                                    "|",
                                    section.entries().stream()
                                            .map(entry -> entry[0] + "=" + entry[1])
                                            .toList()))
                    .toList();
        }

        private void writeSection(String name) {
            boolean template = random.nextInt(3) == 0;
            List<String> modifiers = new ArrayList<>(template ? List.of("!") : List.of());
            Section section = new Section(name, template, new ArrayList<>());
            for (Section base : sections) {
                if (random.nextInt(4) == 0) {
                    modifiers.add(base.name().toUpperCase(java.util.Locale.ROOT));
                    base.entries().forEach(entry -> section.entries().add(entry.clone()));
                }
            }
            main.append('[').append(name).append(']');
            main.append(modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")");
            endLine(main);
            sections.add(section);
            int lines = random.nextInt(10);
            for (int i = 0; i < lines; i++) {
                writeLine(section);
            }
        }

        private void writeLine(Section section) {
            noise(main);
            if (random.nextInt(8) == 0) {
                String include = "inc/" + includes++ + ".conf";
                StringBuilder included = new StringBuilder();
                entry(section, included);
                files.put(include, included.toString());
                main.append("#include \"").append(include).append('"');
                endLine(main);
            } else {
                entry(section, main);
            }
        }

        private void entry(Section section, StringBuilder into) {
            String key = String.valueOf((char) ('a' + random.nextInt(4)));
            String value = List.of("", "1", "two words", "a=b", "x;y", "back\\slash", "tail\\", "\u00e9")
                    .get(random.nextInt(8));
            String[] last = section.entries().stream()
                    .filter(entry -> entry[0].equals(key))
                    .reduce((_, later) -> later)
                    .orElse(null);
            boolean append = random.nextInt(3) == 0;
            if (append && last != null) {
                last[1] += value;
            } else {
                section.entries().add(new String[] {key, value});
            }
            String operator = append ? "+=" : random.nextBoolean() ? "=" : "=>";
            into.append(blanks()).append(key).append(blanks()).append(operator).append(blanks());
            into.append(value.replace(";", "\\;"));
            endLine(into);
        }

        private void noise(StringBuilder into) {
            switch (random.nextInt(6)) {
                case 0 -> into.append("; a comment with [brackets] and = signs\n");
                case 1 -> into.append(";-- a block ;-- in a block --;\n[hidden]\nk=v ;x\n--;\n");
                case 2 -> into.append(blanks()).append("\r\n");
                default -> into.append("");
            }
        }

        private void endLine(StringBuilder into) {
            switch (random.nextInt(5)) {
                case 0 -> into.append(" ; said aside\n");
                case 1 -> into.append(" ;-- inside --;\n");
                case 2 -> into.append("\r\n");
                default -> into.append("\n");
            }
        }

        private String blanks() {
            return " \t  ".substring(0, random.nextInt(4));
        }
    }
}
