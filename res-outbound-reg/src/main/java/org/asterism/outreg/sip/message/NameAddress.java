package org.asterism.outreg.sip.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name-addr or addr-spec with header parameters, as in From, To, Contact, Route and Path (RFC 3261 section 20.10).
 *
 * @param displayName as it is meant, empty when there is none
 * @param uri         as written, of any scheme
 * @param parameters  those of the header, such as {@code tag} and {@code expires}
 */
public record NameAddress(String displayName, String uri, Parameters parameters) {
    /**
     * Makes one without display name.
     *
     * @param uri        the URI
     * @param parameters header parameters
     * @return the address
     */
    public static NameAddress of(SipUri uri, Parameters parameters) {
        return new NameAddress("", uri.toString(), parameters);
    }

    /**
     * Reads one.
     *
     * @param text the value of a header, or one of its values
     * @return the address
     * @throws SipSyntaxException it is malformed
     */
    public static NameAddress parse(String text) {
        TextScanner scanner = new TextScanner(text);
        String displayName = "";
        if (scanner.skipBlanks().peek() == '"') {
            displayName = TextScanner.unquote(scanner.quoted());
            scanner.skipBlanks();
            if (scanner.peek() != '<') {
                throw scanner.wrong("'<'");
            }
        } else if (text.indexOf('<') >= 0) {
            displayName = words(scanner);
        }
        String uri;
        if (scanner.peek() == '<') {
            scanner.next();
            uri = scanner.until(">");
            scanner.expect('>');
        } else {
            // Without brackets parameters, a question mark and a comma belong to the header (RFC 3261 20.10).
            uri = scanner.until(" \t;,?");
        }
        checkUri(uri);
        Parameters parameters = Parameters.parse(scanner);
        scanner.expectEnd();
        return new NameAddress(displayName, uri, parameters);
    }

    /** Display name without quotes: tokens and blanks. */
    private static String words(TextScanner scanner) {
        String words = scanner.until("<").strip();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!TextScanner.isTokenChar(c) && c != ' ' && c != '\t' && c < 0x80) {
                throw new SipSyntaxException("the display name '" + words + "' needs quotes");
            }
        }
        return words;
    }

    private static void checkUri(String uri) {
        int colon = uri.indexOf(':');
        boolean blanks = uri.chars().anyMatch(c -> c <= ' ');
        if (colon <= 0 || colon == uri.length() - 1 || blanks || !TextScanner.isToken(uri.substring(0, colon))) {
            throw new SipSyntaxException("'" + uri + "' is not a URI");
        }
        String scheme = uri.substring(0, colon).toLowerCase(Locale.ROOT);
        if (scheme.equals("sip") || scheme.equals("sips")) {
            SipUri.parse(uri);
        }
    }

    /** {@return the URI, {@code null} when it is of another scheme than sip and sips} */
    public @Nullable SipUri sipUri() {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.startsWith("sip:") || lower.startsWith("sips:") ? SipUri.parse(uri) : null;
    }

    /** {@return the {@code tag} parameter, {@code null} when there is none} */
    public @Nullable String tag() {
        return parameters.get("tag");
    }

    /**
     * This address with a header parameter.
     *
     * @param name  its name
     * @param value as it shall be written, {@code null} for a flag
     * @return the address
     */
    public NameAddress with(String name, @Nullable String value) {
        return new NameAddress(displayName, uri, parameters.with(name, value));
    }

    @Override
    public String toString() {
        return (displayName.isEmpty() ? "" : TextScanner.quote(displayName) + " ") + "<" + uri + ">" + parameters;
    }
}
