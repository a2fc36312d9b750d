package org.asterism.core.net;

/**
 * How the event loops of a switch move datagrams and wait for them, as asterisk.conf says.
 *
 * @param transport  {@code transport}
 * @param waiting    {@code waitstrategy}
 * @param tickMicros {@code waittick}: the tick of {@link WaitMode#TICK} and {@link WaitMode#ADAPTIVE}, in µs
 */
public record LoopSettings(TransportKind transport, WaitMode waiting, int tickMicros) {
    /** What counts where nothing is said. */
    public static final LoopSettings DEFAULT = new LoopSettings(TransportKind.AUTO, WaitMode.ADAPTIVE, 1000);

    private static final long NS_PER_MICRO = 1000;

    /** {@return the tick, in ns} */
    public long tickNs() {
        return tickMicros * NS_PER_MICRO;
    }
}
