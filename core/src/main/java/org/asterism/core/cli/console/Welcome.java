package org.asterism.core.cli.console;

import java.io.IOException;

/**
 * How the switch introduces itself.
 *
 * @param product    name and version
 * @param host       the machine's name
 * @param pid        the process
 * @param systemName asterisk.conf's, may be empty
 */
record Welcome(String product, String host, long pid, String systemName) {
    Message message() {
        return Message.of(MessageKind.WELCOME, String.join("\n", product, host, Long.toString(pid), systemName));
    }

    static Welcome of(Message message) throws IOException {
        String[] lines = message.text().split("\n", -1);
        if (message.kind() == MessageKind.FAREWELL) {
            throw new IOException(message.text());
        }
        try {
            if (message.kind() == MessageKind.WELCOME && lines.length == 4) {
                return new Welcome(lines[0], lines[1], Long.parseLong(lines[2]), lines[3]);
            }
        } catch (NumberFormatException _) {
            // falls through to the same complaint
        }
        throw new IOException("What answers is not an Asterism of this version");
    }
}
