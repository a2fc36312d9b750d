package org.asterism.bench.perf.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** IPv4 addresses as numbers in host order. */
public final class Ipv4 {
    private static final int LOOPBACK_NET = 127;

    private Ipv4() {}

    /**
     * Finds an address.
     *
     * @param host dotted numbers or a name
     * @return its first IPv4 address
     * @throws UnknownHostException if it has none
     */
    public static int resolve(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (address instanceof Inet4Address) {
                return ByteBuffer.wrap(address.getAddress()).getInt();
            }
        }
        throw new UnknownHostException(host + " has no IPv4 address");
    }

    /**
     * Writes an address.
     *
     * @param address in host order
     * @return dotted numbers
     */
    public static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
    }

    /**
     * Whether an address is in 127.0.0.0/8.
     *
     * @param address in host order
     * @return whether it never leaves the machine
     */
    public static boolean isLoopback(int address) {
        return address >>> 24 == LOOPBACK_NET;
    }
}
