package org.asterism.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
    private final Variables variables = new Variables();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKeepWhatASortedMapKeeps(long seed) {
        Random random = new Random(seed);
        SortedMap<String, String> expected = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            String name = "V" + random.nextInt(200);
            String value = random.nextInt(3) == 0 ? "" : "value " + i;
            variables.set(name, value);
            if (value.isEmpty()) {
                expected.remove(name);
            } else {
                expected.put(name, value);
            }
            assertThat(variables.get(name)).isEqualTo(expected.get(name));
        }

        assertThat(variables.all()).containsExactlyEntriesOf(expected);
    }

    @Test
    void shouldHandDownAsManyGenerationsAsThereAreUnderscores() {
        variables.set("own", "1");
        variables.set("_child", "2");
        variables.set("__heirs", "3");
        Variables child = new Variables();
        child.inherit(variables);
        Variables grandchild = new Variables();
        grandchild.inherit(child);

        assertThat(variables.all())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("own", "1", "child", "2", "heirs", "3")));
        assertThat(child.all()).containsExactlyEntriesOf(new TreeMap<>(Map.of("child", "2", "heirs", "3")));
        assertThat(grandchild.all()).containsExactlyEntriesOf(new TreeMap<>(Map.of("heirs", "3")));
    }

    @Test
    void shouldNotHandDownWhatIsSetAgainWithoutUnderscoresOrUnset() {
        variables.set("__again", "1");
        variables.set("again", "2");
        variables.set("__gone", "1");
        variables.set("gone", "");
        Variables child = new Variables();
        child.inherit(variables);

        assertThat(child.all()).isEmpty();
    }
}
