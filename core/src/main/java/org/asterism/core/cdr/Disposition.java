package org.asterism.core.cdr;

/** How a call of a record came out, with the numbers of Asterisk's {@code AST_CDR_*}. */
public enum Disposition {
    /** Nobody answered. */
    NO_ANSWER(0, "NO ANSWER"),
    /** Not known yet. */
    UNKNOWN(1, "NO ANSWER"),
    /** It could not be carried out. */
    FAILED(2, "FAILED"),
    /** The called party is busy. */
    BUSY(4, "BUSY"),
    /** Answered. */
    ANSWERED(8, "ANSWERED"),
    /** No way through; only with {@code congestion} of cdr.conf, else FAILED. */
    CONGESTION(16, "CONGESTION"),
    /** The caller gave up; only with {@code canceldispositionenabled} of cdr.conf, else NO ANSWER. */
    CANCEL(32, "CANCEL");

    private final int number;
    private final String label;

    Disposition(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** {@return the number {@code CDR(disposition,u)} gives} */
    public int number() {
        return number;
    }

    /** {@return the words in CDR files} */
    public String label() {
        return label;
    }
}
