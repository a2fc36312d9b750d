package org.asterism.core.net;

/**
 * How the event loops of a switch move datagrams and wait for them, as asterisk.conf says.
 *
 * @param transport  {@code transport}
 * @param waiting    {@code waitstrategy}
 * @param tickMicros {@code waittick}: the tick of {@link WaitMode#TICK} and {@link WaitMode#ADAPTIVE}, in µs
 * @param shards     {@code shards}: how many loops share the work of a channel driver; 0 to go by the number of cores
 */
public record LoopSettings(TransportKind transport, WaitMode waiting, int tickMicros, int shards) {
    /** What counts where nothing is said. */
    public static final LoopSettings DEFAULT = new LoopSettings(TransportKind.AUTO, WaitMode.ADAPTIVE, 1000, 0);

    /** Most loops of a driver. */
    public static final int MOST_SHARDS = 16;
    /** One loop moves the frames of thousands of calls; more of them only pay where other cores do everything else. */
    private static final int CORES_PER_SHARD = 4;

    private static final long NS_PER_MICRO = 1000;

    /**
     * How many loops a driver runs on this machine.
     *
     * @param cores how many processors there are
     * @return a power of two, 1 to {@link #MOST_SHARDS}
     */
    public int shardsFor(int cores) {
        int wanted = shards > 0 ? shards : cores / CORES_PER_SHARD;
        return Math.clamp(Integer.highestOneBit(wanted), 1, MOST_SHARDS);
    }

    /** {@return the tick, in ns} */
    public long tickNs() {
        return tickMicros * NS_PER_MICRO;
    }
}
