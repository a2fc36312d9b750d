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
