package org.asterism.outreg.sip.message;

/**
 * A CSeq header (RFC 3261 section 20.16).
 *
 * @param number 0 to 2<sup>31</sup>-1
 * @param method the request's method
 */
public record CSeq(long number, String method) {
    /** The largest number. */
    public static final long MAX = Integer.MAX_VALUE;

    /**
     * Reads one.
     *
     * @param text such as {@code 1 REGISTER}
     * @return the header
     * @throws SipSyntaxException it is malformed
     */
    public static CSeq parse(String text) {
        TextScanner scanner = new TextScanner(text);
        long number = scanner.number("a sequence number", MAX);
        String method = scanner.token("a method");
        scanner.expectEnd();
        return new CSeq(number, method);
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
