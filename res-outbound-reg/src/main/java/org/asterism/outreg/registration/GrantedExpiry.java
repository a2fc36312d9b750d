package org.asterism.outreg.registration;

import java.util.List;
import org.asterism.outreg.sip.message.NameAddress;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.asterism.outreg.sip.message.SipUri;
import org.jspecify.annotations.Nullable;

/** How long a registrar has granted (RFC 3261 section 10.2.4). */
final class GrantedExpiry {
    private GrantedExpiry() {}

    /**
     * Finds it. Our Contact is known by its URI, or, where somebody on the way has changed its address, by our mark in it, or because
     * no other has our user; failing that, the binding that ends first is taken for ours.
     *
     * @param response  the 2xx
     * @param contact   the Contact we sent
     * @param requested what we asked for, positive
     * @return seconds: our Contact's {@code expires}, else the Expires header, else what we asked for
     */
    static long of(SipResponse response, SipUri contact, long requested) {
        List<NameAddress> contacts = contacts(response);
        NameAddress own = own(contacts, contact);
        long seconds =
                own == null ? smallest(contacts) : number(own.parameters().get("expires"));
        if (seconds == 0) {
            return requested; // "expires=0" in answer to another number is a slip: Asterisk takes it so, too
        }
        if (seconds > 0) {
            return seconds;
        }
        long general = number(response.header("Expires"));
        return general > 0 ? general : requested;
    }

    private static List<NameAddress> contacts(SipResponse response) {
        try {
            return response.addresses("Contact");
        } catch (SipSyntaxException _) {
            return List.of();
        }
    }

    private static @Nullable NameAddress own(List<NameAddress> contacts, SipUri contact) {
        NameAddress sameUser = null;
        int users = 0;
        String line = contact.parameter(RegisterRequest.LINE);
        for (NameAddress each : contacts) {
            SipUri uri = each.sipUri();
            if (uri == null) {
                continue;
            }
            if (uri.matches(contact) || (line != null && line.equals(uri.parameter(RegisterRequest.LINE)))) {
                return each;
            }
            if (uri.user().equals(contact.user())) {
                sameUser = each;
                users++;
            }
        }
        return users == 1 ? sameUser : null;
    }

    private static long smallest(List<NameAddress> contacts) {
        return contacts.stream()
                .mapToLong(each -> number(each.parameters().get("expires")))
                .filter(seconds -> seconds >= 0)
                .min()
                .orElse(-1);
    }

    /** {@return the number a text begins with, -1 when it is none} */
    static long number(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        int end = 0;
        String stripped = text.strip();
        while (end < stripped.length() && stripped.charAt(end) >= '0' && stripped.charAt(end) <= '9') {
            end++;
        }
        return end == 0
                ? -1
                : end > 10 ? 0xFFFF_FFFFL : Math.min(Long.parseLong(stripped.substring(0, end)), 0xFFFF_FFFFL);
    }
}
