package org.asterism.core.net;

/**
 * How the event loops of the switch wait, as asterisk.conf says it.
 *
 * @param mode       what they do between datagrams
 * @param tickMicros the tick of {@link WaitMode#TICK} and {@link WaitMode#ADAPTIVE}, in µs
 */
public record WaitSettings(WaitMode mode, int tickMicros) {
    /** Unless told otherwise. */
    public static final WaitSettings DEFAULT = new WaitSettings(WaitMode.ADAPTIVE, 1000);

    private static final long NS_PER_MICRO = 1000;

    /** {@return the tick, in ns} */
    public long tickNs() {
        return tickMicros * NS_PER_MICRO;
    }
}
