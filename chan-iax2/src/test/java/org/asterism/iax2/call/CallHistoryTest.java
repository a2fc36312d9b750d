package org.asterism.iax2.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.iax2.call.CallHistory.Entry;
import org.junit.jupiter.api.Test;

class CallHistoryTest {
    /** A clock that has been running for a century. */
    private static final long LATE_MS = 3_155_760_000_000L;

    private final CallHistory history = new CallHistory();

    @Test
    void shouldTellEveryTransitionAsItWas() {
        for (CallState from : CallState.values()) {
            for (CallEvent event : CallEvent.values()) {
                for (CallState to : CallState.values()) {
                    history.add(LATE_MS, from, event, to);
                    assertThat(history.entries()).last().isEqualTo(new Entry(LATE_MS, from, event, to));
                }
            }
        }
    }

    @Test
    void shouldKeepTheLastOnes() {
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < 3 * CallHistory.KEPT; i++) {
            history.add(i, CallState.INITIAL, CallEvent.PLACED, CallState.WAITING);
            all.add(new Entry(i, CallState.INITIAL, CallEvent.PLACED, CallState.WAITING));
            assertThat(history.entries())
                    .containsExactlyElementsOf(all.subList(Math.max(0, all.size() - CallHistory.KEPT), all.size()));
        }
    }
}
