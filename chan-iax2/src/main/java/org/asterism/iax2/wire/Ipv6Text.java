package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;

/** IPv6 addresses as RFC 5952 wants them written, which the JDK does not. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static String of(Inet6Address address) {
        MemorySegment bytes = MemorySegment.ofArray(address.getAddress());
        int zerosFrom = -1;
        int zeros = 1; // a single group of zeros is not shortened
        for (int i = 0; i < GROUPS; i++) {
            int run = zeroRun(bytes, i);
            if (run > zeros) {
                zerosFrom = i;
                zeros = run;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == zerosFrom) {
                text.append("::");
                i += zeros - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(NetworkOrder.getU16(bytes, 2L * i)));
            }
        }
        return text.toString();
    }

    private static int zeroRun(MemorySegment bytes, int from) {
        int end = from;
        while (end < GROUPS && NetworkOrder.getU16(bytes, 2L * end) == 0) {
            end++;
        }
        return end - from;
    }
}
