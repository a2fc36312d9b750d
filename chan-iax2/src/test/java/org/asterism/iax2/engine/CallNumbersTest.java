package org.asterism.iax2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallNumbersTest {
    private static final int NUMBERS = CallNumbers.LAST_DIALOG - CallNumbers.FIRST_DIALOG + 1;

    private final TwoShards shards = new TwoShards(1);
    private final RecordingListener listener = new RecordingListener();

    @Test
    void shouldGiveEveryNumberToSomebodyBeforeItRefuses() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < NUMBERS; i++) {
            numbers.add(shards.open(listener).localCall());
        }

        assertThat(numbers).hasSize(NUMBERS).allMatch(number -> number >= CallNumbers.FIRST_DIALOG);
        assertThat(shards.caller.open(shards.caller.sockets().getFirst(), TwoShards.CALLEE))
                .isNull();
    }

    @Test
    void shouldNotRunOutOfNumbersWhenShortCallsComeQuickly() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 3 * NUMBERS; i++) {
            Dialog dialog = shards.open(listener);
            numbers.add(dialog.localCall());
            dialog.close();
        }

        List<Integer> latest = numbers.subList(numbers.size() - NUMBERS / 2, numbers.size());
        assertThat(new HashSet<>(latest)).as("numbers rest as long as they can").hasSize(latest.size());
    }

    @Test
    void shouldUseTheNumberAgainThatHasRestedLongest() {
        List<Dialog> open = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            open.add(shards.open(listener));
        }
        open.get(5).close();
        open.get(3).close();

        assertThat(shards.open(listener).localCall()).isEqualTo(open.get(5).localCall());
        assertThat(shards.open(listener).localCall()).isEqualTo(open.get(3).localCall());
    }
}
