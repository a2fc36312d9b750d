package org.asterism.core.cli.console;

import java.io.IOException;
import java.util.Arrays;

/**
 * How a remote console introduces itself.
 *
 * @param interactive whether a person reads along, so that log lines are wanted
 * @param verbosity   up to which level it shows verbose messages
 * @param colours     whether log lines may be coloured
 */
record Hello(boolean interactive, int verbosity, boolean colours) {
    private static final String PROTOCOL = "asterism-console 2";

    Message message() {
        return Message.of(
                MessageKind.HELLO,
                String.join(
                        "\n",
                        PROTOCOL,
                        interactive ? "interactive" : "command",
                        Integer.toString(verbosity),
                        colours ? "colours" : "plain"));
    }

    static Hello of(Message message) throws IOException {
        String[] lines = message.text().split("\n", -1);
        if (message.kind() != MessageKind.HELLO || lines.length != 4 || !lines[0].equals(PROTOCOL)) {
            throw new IOException("Not a remote console of this version: " + message.kind() + " "
                    + Arrays.asList(lines).getFirst());
        }
        try {
            return new Hello(lines[1].equals("interactive"), Integer.parseInt(lines[2]), lines[3].equals("colours"));
        } catch (NumberFormatException _) {
            throw new IOException("Verbosity '" + lines[2] + "' is no number");
        }
    }
}
