package org.asterism.core.channel;

/** What a channel is doing, with the numbers and words of Asterisk's {@code AST_STATE_*}. */
public enum ChannelState {
    /** Nothing yet. */
    DOWN("Down"),
    /** Reserved, not yet placed. */
    RESERVED("Rsrvd"),
    /** Off hook. */
    OFFHOOK("OffHook"),
    /** Digits are being dialled. */
    DIALING("Dialing"),
    /** An incoming call that has not been answered; also an outgoing one on its way. */
    RING("Ring"),
    /** The remote end rings. */
    RINGING("Ringing"),
    /** Answered. */
    UP("Up"),
    /** The remote end is busy. */
    BUSY("Busy");

    private final String label;

    ChannelState(String label) {
        this.label = label;
    }

    /** {@return the word {@code core show channels} prints} */
    public String label() {
        return label;
    }
}
