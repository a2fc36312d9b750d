package org.asterism.core.cli.console;

import org.jspecify.annotations.Nullable;

/** What a message between a remote console and the switch is about. */
enum MessageKind {
    /** Client: its {@link Hello}; the first message of a connection. */
    HELLO('H'),
    /** Client: a line to run. Answered by OUTPUT messages and one RESULT. */
    COMMAND('C'),
    /** Client: what has been typed up to the cursor. Answered by one CANDIDATES. */
    COMPLETE('T'),
    /** Switch: its {@link Welcome}, the answer to HELLO. */
    WELCOME('W'),
    /** Switch: a piece of a command's answer, line ends included. */
    OUTPUT('O'),
    /** Switch: the name of a {@link org.asterism.core.cli.CliResult}. */
    RESULT('R'),
    /** Switch: words that the last one typed may become, one a line. */
    CANDIDATES('K'),
    /** Switch: a log line. */
    LOG('L'),
    /** Switch: the connection ends; why, for the user. */
    FAREWELL('B');

    private static final MessageKind[] ALL = values();

    private final byte code;

    MessageKind(char code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static @Nullable MessageKind of(byte code) {
        for (MessageKind kind : ALL) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }
}
