package org.asterism.core.cli.console;

/** What a console says before the first prompt. */
final class Banner {
    private static final String LINE = "=".repeat(73);

    private Banner() {}

    /** {@return who we are and on which terms, lines with their ends} */
    static String text(String product) {
        return product + """
            , Copyright (C) 2026 The Asterism authors.
            An independent softswitch, compatible with Asterisk.
            Licensed under the Apache License, Version 2.0, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND;
            see the files LICENSE and NOTICE.
            """ + LINE + "\n";
    }

    /** {@return what a remote console adds} */
    static String connected(Welcome welcome) {
        return "Connected to " + welcome.product() + " currently running on " + welcome.host() + " (pid = "
                + welcome.pid() + ")\n";
    }

    /** {@return the control sequence that gives an xterm's window a title, or nothing for other terminals} */
    static String title(String text) {
        String terminal = System.getenv().getOrDefault("TERM", "");
        return terminal.startsWith("xterm") || terminal.startsWith("rxvt") ? "\u001b]2;" + text + "\u0007" : "";
    }
}
