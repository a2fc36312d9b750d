package org.asterism.outreg.sip;

import java.util.EnumMap;
import java.util.Map;
import org.asterism.outreg.sip.transport.Drop;

/**
 * What the stack has on its hands, and what came to nothing since it was loaded.
 *
 * @param clientTransactions requests of ours that wait for answers, or linger after them
 * @param serverTransactions requests of others that are being answered, or linger
 * @param connections        TCP and TLS connections
 * @param drops              messages that came to nothing, by reason
 */
public record StackStatistics(int clientTransactions, int serverTransactions, int connections, Map<Drop, Long> drops) {
    /** Keeps the map from changing. */
    public StackStatistics {
        drops = Map.copyOf(new EnumMap<>(drops));
    }
}
