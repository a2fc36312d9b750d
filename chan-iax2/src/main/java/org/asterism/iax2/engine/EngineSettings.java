package org.asterism.iax2.engine;

/**
 * What the transport half takes from iax.conf.
 *
 * @param pingMs       between two PINGs of a call, in ms: {@code pingtime}
 * @param lagRequestMs between two LAGRQs of a call, in ms: {@code lagrqtime}
 * @param tokens       who must prove his address, and limits
 */
public record EngineSettings(int pingMs, int lagRequestMs, CallTokenPolicy tokens) {
    /** {@code pingtime} unless configured, in ms. */
    public static final int DEFAULT_PING_MS = 21_000;
    /** {@code lagrqtime} unless configured, in ms. */
    public static final int DEFAULT_LAG_REQUEST_MS = 10_000;
}
