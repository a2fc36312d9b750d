package org.asterism.outreg.config;

import java.util.Locale;

/** Whether a text can be a SIP URI at all, so that a mistake is told with its line when the file is read. */
final class UriCheck {
    /** What pjproject takes, and so what files written for Asterisk keep to. */
    private static final int LONGEST_HOST = 128;

    private static final int LONGEST_URI = 256;

    private UriCheck() {}

    /** {@return whether it is a sip or sips URI without display name and brackets} */
    static boolean isUsable(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int scheme = lower.startsWith("sip:") ? 4 : lower.startsWith("sips:") ? 5 : 0;
        if (scheme == 0
                || text.length() > LONGEST_URI
                || text.chars().anyMatch(c -> c <= ' ' || "<>\"".indexOf(c) >= 0)) {
            return false;
        }
        String host =
                text.substring(Math.max(scheme, text.lastIndexOf('@') + 1)).split("[;?]", 2)[0];
        String name = host.startsWith("[") ? host.substring(0, host.indexOf(']') + 1) : host.split(":", 2)[0];
        return !name.isEmpty() && name.length() <= LONGEST_HOST;
    }
}
