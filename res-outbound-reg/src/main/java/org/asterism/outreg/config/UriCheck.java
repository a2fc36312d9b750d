package org.asterism.outreg.config;

import org.asterism.outreg.sip.message.SipSyntaxException;
import org.asterism.outreg.sip.message.SipUri;

/** Whether a text can be used as a SIP URI, so that a mistake is told with its line when the file is read. */
final class UriCheck {
    /** What pjproject takes, and so what files written for Asterisk keep to. */
    private static final int LONGEST_HOST = 128;

    private static final int LONGEST_URI = 256;

    private UriCheck() {}

    /** {@return whether it is a sip or sips URI without display name and brackets} */
    static boolean isUsable(String text) {
        if (text.length() > LONGEST_URI) {
            return false;
        }
        try {
            return SipUri.parse(text).host().length() <= LONGEST_HOST;
        } catch (SipSyntaxException _) {
            return false;
        }
    }
}
