package org.asterism.core.channel;

/** What a channel is doing, with the numbers and words of Asterisk's {@code AST_STATE_*}. */
public enum ChannelState {
    /** Nothing yet. */
    DOWN(0, "Down"),
    /** Reserved, not yet placed. */
    RESERVED(1, "Rsrvd"),
    /** Off hook. */
    OFFHOOK(2, "OffHook"),
    /** Digits are being dialled. */
    DIALING(3, "Dialing"),
    /** An incoming call that has not been answered; also an outgoing one on its way. */
    RING(4, "Ring"),
    /** The remote end rings. */
    RINGING(5, "Ringing"),
    /** Answered. */
    UP(6, "Up"),
    /** The remote end is busy. */
    BUSY(7, "Busy");

    private final int number;
    private final String label;

    ChannelState(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** {@return the number of Asterisk's {@code AST_STATE_*}} */
    public int number() {
        return number;
    }

    /** {@return the word {@code core show channels} prints} */
    public String label() {
        return label;
    }
}
