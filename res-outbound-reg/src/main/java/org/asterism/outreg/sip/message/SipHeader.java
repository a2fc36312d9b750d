package org.asterism.outreg.sip.message;

/**
 * A header line.
 *
 * @param name  in its long form
 * @param value without blanks around it, unfolded
 */
public record SipHeader(String name, String value) {
    /**
     * Tells whether this header has that name.
     *
     * @param other in its long form, in any case
     * @return whether it is the one
     */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
