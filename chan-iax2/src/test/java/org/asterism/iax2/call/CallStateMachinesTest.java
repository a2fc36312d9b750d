package org.asterism.iax2.call;

import org.asterism.core.testing.StateMachineChapter;
import org.junit.jupiter.api.Test;

class CallStateMachinesTest {
    @Test
    void shouldDocumentTheCallLeg() {
        StateMachineChapter chapter = StateMachineChapter.of(
                "IAX2 call leg: CallState",
                "A call leg, RFC 5456 figures 2 and 3, `iax2.call.CallTransitions`. END leads to ENDED from every"
                        + " state. "
                        + deadlines(),
                CallState.class,
                CallEvent.class,
                CallTransitions::next);
        chapter.assertCurrent();
    }

    private static String deadlines() {
        StringBuilder text = new StringBuilder("Deadlines:");
        String separator = " ";
        for (CallState state : CallState.values()) {
            int milliseconds = CallTransitions.deadlineMs(state);
            if (milliseconds > 0) {
                text.append(separator)
                        .append(state)
                        .append(' ')
                        .append(milliseconds / 1000)
                        .append(" s");
                separator = ", ";
            }
        }
        return text.append('.').toString();
    }

    @Test
    void shouldDocumentMedia() {
        StateMachineChapter.of(
                        "IAX2 media: MediaState",
                        "Each direction of a call's audio, RFC 5456 section 8.1.2, `iax2.call.MediaSession` and"
                                + " `VoiceSender`.",
                        MediaState.class,
                        MediaState.Event.class,
                        MediaState::after)
                .assertCurrent();
    }
}
