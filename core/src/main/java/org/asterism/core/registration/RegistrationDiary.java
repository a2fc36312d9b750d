package org.asterism.core.registration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a registration remembers of its past: the last few changes and answers. */
final class RegistrationDiary {
    private static final int TRANSITIONS = 12;
    private static final int ANSWERS = 6;

    private final Deque<RegistrationTransition> transitions = new ArrayDeque<>(4);
    private final Deque<AnsweredRequest> answers = new ArrayDeque<>(2);

    void changed(RegistrationTransition transition) {
        keep(transitions, TRANSITIONS, transition);
    }

    void answered(AnsweredRequest answer) {
        keep(answers, ANSWERS, answer);
    }

    /** {@return the last changes, the oldest first} */
    List<RegistrationTransition> transitions() {
        return List.copyOf(transitions);
    }

    /** {@return the last answers, the oldest first} */
    List<AnsweredRequest> answers() {
        return List.copyOf(answers);
    }

    private static <T> void keep(Deque<T> past, int limit, T latest) {
        if (past.size() == limit) {
            past.removeFirst();
        }
        past.addLast(latest);
    }
}
