package org.asterism.core.net;

/** IP addresses as text: dotted quads, and IPv6 as RFC 5952 wants it. */
final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {}

    static String of(PeerAddress address) {
        return address.isIpv4() ? ipv4((int) address.low()) : ipv6(address);
    }

    private static String ipv4(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
    }

    private static String ipv6(PeerAddress address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < GROUPS / 2 ? address.high() : address.low();
            groups[i] = (int) (half >>> (48 - 16 * (i % 4))) & 0xFFFF;
        }
        int zerosAt = 0;
        int zeros = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > zeros) {
                zerosAt = i;
                zeros = run;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (zeros > 1 && i == zerosAt) {
                text.append("::");
                i += zeros - 1;
            } else {
                boolean first = i == 0 || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return address.scope() == 0
                ? text.toString()
                : text.append('%').append(address.scope()).toString();
    }
}
