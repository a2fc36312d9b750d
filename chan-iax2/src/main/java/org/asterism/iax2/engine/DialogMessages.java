package org.asterism.iax2.engine;

import org.asterism.iax2.wire.IaxCommand;

/**
 * The first and the last IAX command of a dialog, as {@code iax2 show channels} prints them. Noted with each frame, so they are kept as
 * numbers and made text of when somebody looks. Lives on its shard's thread.
 */
public final class DialogMessages {
    private static final int NONE = 0;
    private static final int SENT = 0x100;
    private static final int RECEIVED = 0x200;
    private static final int SUBCLASS = 0xFF;

    private int first = NONE;
    private int last = NONE;

    DialogMessages() {}

    /** {@return the first command sent or received, such as {@code Rx:NEW    }; empty before} */
    public String first() {
        return text(first);
    }

    /** {@return the last command sent or received, such as {@code Tx:ACK    }; empty before any} */
    public String last() {
        return text(last);
    }

    /** Notes a frame of type IAX that was sent, if its subclass is one we know. */
    void sent(int subclass) {
        IaxCommand command = IaxCommand.of(subclass);
        if (command != null) {
            note(SENT | command.number());
        }
    }

    /** Notes a frame of type IAX that was received. */
    void received(int subclass) {
        note(RECEIVED | subclass);
    }

    private void note(int message) {
        last = message;
        if (first == NONE) {
            first = message;
        }
    }

    private static String text(int message) {
        return message == NONE ? "" : ((message & SENT) != 0 ? "Tx:" : "Rx:") + IaxCommand.label(message & SUBCLASS);
    }
}
