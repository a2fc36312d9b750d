package org.asterism.iax2.cli;

import org.asterism.core.net.PeerAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which frames {@code iax2 set debug} shows.
 *
 * @param on      whether any
 * @param host    frames of this address only, port not counted; {@code null} for all
 */
public record DebugFilter(boolean on, @Nullable PeerAddress host) {
    /** Shows nothing. */
    public static final DebugFilter OFF = new DebugFilter(false, null);
    /** Shows all. */
    public static final DebugFilter ALL = new DebugFilter(true, null);

    /**
     * Whether a frame is shown.
     *
     * @param address the far end
     * @return whether it is
     */
    public boolean shows(PeerAddress address) {
        PeerAddress wanted = host;
        return on && (wanted == null || (wanted.high() == address.high() && wanted.low() == address.low()));
    }
}
