package org.asterism.iax2.peer;

import java.util.function.Consumer;
import org.asterism.core.net.PeerAddress;
import org.jspecify.annotations.Nullable;

/** Finds the address of a host. */
@FunctionalInterface
public interface HostLookup {
    /**
     * Looks up, without blocking. Answers that are known already may be given before this returns.
     *
     * @param host   name or literal address
     * @param port   port of the answer; 0 for what an SRV record says where {@code srvlookup=yes}, else 4569
     * @param answer is given the address, or {@code null} when there is none now; on the shard's thread
     */
    void find(String host, int port, Consumer<@Nullable PeerAddress> answer);
}
