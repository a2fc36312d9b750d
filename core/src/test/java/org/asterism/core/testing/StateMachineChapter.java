package org.asterism.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The chapter of docs/state-machines.md about one state machine, made of the function that decides its transitions. A test of the
 * machine's package asserts that it is there; with the environment variable {@code DOCS_UPDATE=true} it is written instead:
 * {@code DOCS_UPDATE=true mvn test -Dtest='*StateMachine*'}.
 */
public final class StateMachineChapter {
    private static final String UPDATE = "DOCS_UPDATE";

    private record Transition(String from, String event, String to) {}

    private final String title;
    private final String introduction;
    private final List<Transition> transitions = new ArrayList<>();

    private StateMachineChapter(String title, String introduction) {
        this.title = title;
        this.introduction = introduction;
    }

    /**
     * A machine whose states and events are enums.
     *
     * @param title        such as {@code call leg: CallState}
     * @param introduction a sentence or two for readers
     * @param states       its states
     * @param events       its events
     * @param next         where an event leads, {@code null} when it means nothing in a state
     * @param <S>          its states
     * @param <E>          its events
     * @return the chapter
     */
    public static <S extends Enum<S>, E extends Enum<E>> StateMachineChapter of(
            String title, String introduction, Class<S> states, Class<E> events, BiFunction<S, E, @Nullable S> next) {
        StateMachineChapter chapter = new StateMachineChapter(title, introduction);
        for (S state : states.getEnumConstants()) {
            for (E event : events.getEnumConstants()) {
                S to = next.apply(state, event);
                if (to != null) {
                    chapter.transition(state.name(), event.name(), to.name());
                }
            }
        }
        return chapter;
    }

    /**
     * A machine of another form; its transitions are added one by one.
     *
     * @param title        as above
     * @param introduction as above
     * @return the chapter
     */
    public static StateMachineChapter of(String title, String introduction) {
        return new StateMachineChapter(title, introduction);
    }

    /**
     * Adds a transition.
     *
     * @param from  the state before
     * @param event what happens
     * @param to    the state after
     * @return this
     */
    public StateMachineChapter transition(String from, String event, String to) {
        transitions.add(new Transition(from, event, to));
        return this;
    }

    /** Fails when docs/state-machines.md says something else. */
    public void assertCurrent() {
        try {
            Path file = document();
            String text = Files.exists(file) ? Files.readString(file) : "";
            String begin = "<!-- " + title + " -->\n";
            String end = "<!-- end of " + title + " -->\n";
            int from = text.indexOf(begin);
            int to = text.indexOf(end);
            if ("true".equals(System.getenv(UPDATE))) {
                String chapter = begin + markdown() + end;
                Files.writeString(
                        file,
                        from < 0 || to < 0
                                ? text + "\n" + chapter
                                : text.substring(0, from) + chapter + text.substring(to + end.length()));
                return;
            }
            String present = from < 0 || to < 0 ? "" : text.substring(from + begin.length(), to);
            assertThat(present)
                    .as("docs/state-machines.md is stale; run: mvn test -Dtest='*StateMachine*'"
                            + " -DargLine=-Ddocs.update=true")
                    .isEqualTo(markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path document() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docs/architecture.md"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("the folder of the project").isNotNull();
        return folder.resolve("docs/state-machines.md");
    }

    /** A diagram with the events of each arrow together, and a table of states and events. */
    private String markdown() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        for (Transition each : transitions) {
            arrows.computeIfAbsent(each.from() + " --> " + each.to(), _ -> new ArrayList<>())
                    .add(each.event());
        }
        StringBuilder text = new StringBuilder("## ")
                .append(title)
                .append("\n\n")
                .append(introduction)
                .append("\n\n```mermaid\nstateDiagram-v2\n");
        arrows.forEach((arrow, events) -> text.append("    ")
                .append(arrow)
                .append(" : ")
                .append(String.join(", ", events))
                .append('\n'));
        text.append("```\n\n| in | when | then |\n|---|---|---|\n");
        for (Transition each : transitions) {
            text.append("| ")
                    .append(each.from())
                    .append(" | ")
                    .append(each.event())
                    .append(" | ")
                    .append(each.to())
                    .append(" |\n");
        }
        return text.append('\n').toString();
    }
}
