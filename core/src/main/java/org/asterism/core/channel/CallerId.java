package org.asterism.core.channel;

/**
 * Who calls.
 *
 * @param name         the calling name, empty when unknown
 * @param number       the calling number, empty when unknown
 * @param ani          the billing number, empty when unknown
 * @param dnid         the number that was dialled, empty when unknown
 * @param rdnis        the redirecting number, empty when there is none
 * @param presentation presentation and screening bits as IAX2's CALLING PRESNTN (RFC 5456 §8.6.29)
 */
public record CallerId(String name, String number, String ani, String dnid, String rdnis, int presentation) {
    /** Presentation bits for "number not available". */
    public static final int NOT_AVAILABLE = 0x43;

    /** Nobody known. */
    public static final CallerId UNKNOWN = new CallerId("", "", "", "", "", NOT_AVAILABLE);

    /**
     * A caller with a name and a number that may be shown.
     *
     * @param name   the name, may be empty
     * @param number the number, may be empty
     * @return the caller
     */
    public static CallerId of(String name, String number) {
        return new CallerId(name, number, number, "", "", number.isEmpty() && name.isEmpty() ? NOT_AVAILABLE : 0);
    }

    /**
     * Reads {@code "Name" <number>}, {@code Name <number>}, a number or a name.
     *
     * @param text the text
     * @return the caller, without a dialled number
     */
    public static CallerId parse(String text) {
        String trimmed = text.strip();
        int open = trimmed.lastIndexOf('<');
        if (open >= 0 && trimmed.endsWith(">")) {
            return of(
                    unquoted(trimmed.substring(0, open)),
                    trimmed.substring(open + 1, trimmed.length() - 1).strip());
        }
        boolean number = !trimmed.isEmpty() && trimmed.chars().allMatch(c -> "0123456789*#+-() ".indexOf(c) >= 0);
        return number ? of("", trimmed) : of(unquoted(trimmed), "");
    }

    private static String unquoted(String name) {
        String trimmed = name.strip();
        return trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"")
                ? trimmed.substring(1, trimmed.length() - 1).replace("\\\"", "\"")
                : trimmed;
    }

    /**
     * The same with another name.
     *
     * @param other the name
     * @return the copy
     */
    public CallerId withName(String other) {
        return new CallerId(other, number, ani, dnid, rdnis, presentation);
    }

    /**
     * The same with another number.
     *
     * @param other the number
     * @return the copy
     */
    public CallerId withNumber(String other) {
        return new CallerId(name, other, ani, dnid, rdnis, presentation);
    }

    /**
     * The same with another billing number.
     *
     * @param other the billing number
     * @return the copy
     */
    public CallerId withAni(String other) {
        return new CallerId(name, number, other, dnid, rdnis, presentation);
    }

    /**
     * The same with another redirecting number.
     *
     * @param other the redirecting number
     * @return the copy
     */
    public CallerId withRdnis(String other) {
        return new CallerId(name, number, ani, dnid, other, presentation);
    }

    /**
     * The same with other presentation and screening bits.
     *
     * @param bits the bits
     * @return the copy
     */
    public CallerId withPresentation(int bits) {
        return new CallerId(name, number, ani, dnid, rdnis, bits);
    }

    /**
     * The same with another dialled number.
     *
     * @param dialled the number that was dialled
     * @return the copy
     */
    public CallerId withDnid(String dialled) {
        return new CallerId(name, number, ani, dialled, rdnis, presentation);
    }

    /** {@return the form {@code "Name" <number>}, as configuration files and CDRs write it} */
    public String display() {
        if (name.isEmpty()) {
            return number.isEmpty() ? "" : "<" + number + ">";
        }
        return "\"" + name + "\" <" + number + ">";
    }
}
