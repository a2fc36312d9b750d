package org.asterism.outreg.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.asterism.outreg.config.AorSettings;
import org.asterism.outreg.config.AuthSettings;
import org.asterism.outreg.config.IdentifySettings;

/** Lines of objects; those shown below another object are indented by two columns, and as much shorter. */
final class Rows {
    private static final int ID_END = 65;
    private static final int URI_END = 58;
    private static final int LABEL_END = 10;
    private static final int HASH_DIGITS = 10;

    private Rows() {}

    /** {@return a label that ends in the column of its depth, and two blanks} */
    static String label(String label, int depth) {
        return " ".repeat(Math.max(0, LABEL_END + 2 * depth - label.length())) + label;
    }

    static String auth(String label, AuthSettings auth, int depth) {
        return label(label, depth) + "  " + auth.id() + "/" + auth.username();
    }

    static String aor(AorSettings aor, int depth) {
        String start = label("Aor:", depth) + "  ";
        return start + pad(aor.id(), ID_END - 2 - start.length()) + "  " + aor.maxContacts();
    }

    static List<String> contacts(AorSettings aor, int depth) {
        List<String> rows = new ArrayList<>();
        for (String contact : aor.contacts()) {
            String start = label("Contact:", depth) + "  ";
            int width = URI_END - start.length();
            rows.add(start + cut(pad(aor.id() + "/" + contact, width), width) + " " + hash(contact)
                    + String.format(Locale.ROOT, " %-7s  %10s", "NonQual", "-nan"));
        }
        return rows;
    }

    static String identify(IdentifySettings identify, int depth) {
        return label("Identify:", depth) + "  " + identify.id() + "/" + identify.endpoint();
    }

    static List<String> criteria(IdentifySettings identify, int depth) {
        List<String> rows = new ArrayList<>();
        identify.networks().forEach(network -> rows.add(label("Match:", depth) + " " + network));
        identify.hosts().forEach(host -> rows.add(label("Match:", depth) + " " + host));
        if (!identify.matchHeader().isEmpty()) {
            rows.add(label("Header:", depth) + " " + identify.matchHeader());
        }
        if (identify.requestUri() != null) {
            rows.add(label("RequestURI:", depth) + " " + identify.requestUri());
        }
        return rows;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static String cut(String text, int width) {
        return text.length() > width ? text.substring(0, width) : text;
    }

    private static String hash(String contact) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(contact.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
