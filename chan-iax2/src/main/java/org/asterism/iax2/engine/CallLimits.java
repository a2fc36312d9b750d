package org.asterism.iax2.engine;

import java.util.HashMap;
import java.util.Map;
import org.asterism.core.net.PeerAddress;
import org.jspecify.annotations.Nullable;

/** Counts the dialogs that others have begun with us, by IP address (ports merged), and those that began without a call token. */
public final class CallLimits {
    private record Host(long high, long low) {
        static Host of(PeerAddress address) {
            return new Host(address.high(), address.low());
        }
    }

    private final Map<Host, Integer> byHost = new HashMap<>();
    private final ShardPlace place;
    private int nonvalidated;

    CallLimits(ShardPlace place) {
        this.place = place;
    }

    /** Why one more dialog would be too many, or null if it would not. */
    @Nullable
    FrameDrop refusal(PeerAddress source, boolean validated, CallTokenPolicy policy) {
        if (count(source) >= policy.callNumberLimit(source)) {
            return FrameDrop.ADDRESS_LIMIT;
        }
        return !validated && nonvalidated >= place.partOf(policy.nonvalidatedLimit())
                ? FrameDrop.NONVALIDATED_LIMIT
                : null;
    }

    void begun(Dialog dialog) {
        byHost.merge(Host.of(dialog.remote().address()), 1, Integer::sum);
        nonvalidated += dialog.tokenValidated() ? 0 : 1;
    }

    void ended(Dialog dialog) {
        byHost.computeIfPresent(Host.of(dialog.remote().address()), (_, count) -> count == 1 ? null : count - 1);
        nonvalidated -= dialog.tokenValidated() ? 0 : 1;
    }

    /**
     * How many dialogs an address has begun that are not over.
     *
     * @param source the address; its port does not count
     * @return the number
     */
    public int count(PeerAddress source) {
        return byHost.getOrDefault(Host.of(source), 0);
    }

    /** {@return how many dialogs began without a call token and are not over} */
    public int nonvalidated() {
        return nonvalidated;
    }
}
