package org.asterism.core.net;

import java.util.Comparator;
import java.util.List;
import org.asterism.core.net.dns.NamingPointer;

/**
 * What became of asking a domain for its services (NAPTR, RFC 3403).
 *
 * @param name         the domain
 * @param pointers     by order and preference; empty if there are none
 * @param validUntilMs when to ask again, in ms of the resolver's clock
 * @param problem      why there are no pointers; empty if there are
 */
public record PointerResolution(String name, List<NamingPointer> pointers, long validUntilMs, String problem) {
    /** Sorts by order and preference. */
    public PointerResolution {
        pointers = pointers.stream()
                .sorted(Comparator.comparingInt(NamingPointer::order).thenComparingInt(NamingPointer::preference))
                .toList();
    }

    /** {@return whether there is one} */
    public boolean isFound() {
        return !pointers.isEmpty();
    }
}
