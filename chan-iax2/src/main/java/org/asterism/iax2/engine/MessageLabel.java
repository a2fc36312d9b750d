package org.asterism.iax2.engine;

import org.asterism.iax2.wire.IaxCommand;

/** The first and last message of a dialog as {@code iax2 show channels} prints them, kept as a number. */
final class MessageLabel {
    static final int NONE = 0;

    private static final int SENT = 0x100;
    private static final int RECEIVED = 0x200;

    private MessageLabel() {}

    static int sent(IaxCommand command) {
        return SENT | command.number();
    }

    static int received(int subclass) {
        return RECEIVED | subclass;
    }

    /** {@code Tx:NEW    }, seven characters behind the colon; empty if there was none. */
    static String text(int label) {
        return label == NONE ? "" : ((label & SENT) != 0 ? "Tx:" : "Rx:") + IaxCommand.label(label & 0xFF);
    }
}
