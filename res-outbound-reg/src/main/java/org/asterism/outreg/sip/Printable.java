package org.asterism.outreg.sip;

/** Text that strangers sent, for logs and consoles: it must not move the cursor nor forge lines. */
final class Printable {
    private static final int DELETE = 0x7f;

    private Printable() {}

    /**
     * Makes control characters visible.
     *
     * @param text  what was sent
     * @param lines whether line ends stay
     * @return the same with {@code \x1b} for an escape
     */
    static String of(String text, boolean lines) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' || (c >= DELETE && c < 0xa0);
            if (!control || c == '\t' || (lines && c == '\n')) {
                shown.append(c);
            } else {
                shown.append(String.format("\\x%02x", (int) c));
            }
        }
        return shown.toString();
    }
}
