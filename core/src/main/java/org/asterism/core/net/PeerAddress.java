package org.asterism.core.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An IP address and UDP port, small and ready to be sent to. IPv4 addresses are kept in their IPv4-mapped form, so that there is
 * one kind of address whatever kind of socket it came from. Equal by value; the one that a {@link PeerTable} keeps for a remote
 * can carry that table owner's own state as its {@link #attachment}, which only the owner's thread may use. Everything else may
 * be used by any thread.
 */
public final class PeerAddress {

    /** What {@link #low()} of an IPv4 address has in its upper half, {@link #high()} being 0. */
    private static final long IPV4_MAPPED = 0xFFFFL;

    private final long high;
    private final long low;
    private final int port;
    private final int scope;

    /** How many times it is interned; written by the table only. */
    int references;

    private @Nullable Object attachment;
    private @Nullable InetSocketAddress socketAddress;

    PeerAddress(long high, long low, int port, int scope) {
        this.high = high;
        this.low = low;
        this.port = port;
        this.scope = scope;
    }

    /**
     * Makes an address.
     *
     * @param address IPv4 or IPv6
     * @param port    0 to 65535
     * @return the address
     */
    public static PeerAddress of(InetAddress address, int port) {
        return of(new InetSocketAddress(address, port));
    }

    /**
     * Makes an address.
     *
     * @param address a resolved address
     * @return the address
     * @throws IllegalArgumentException if it is not resolved
     */
    public static PeerAddress of(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        if (host == null) {
            throw new IllegalArgumentException("not resolved: " + address.getHostString());
        }
        byte[] bytes = host.getAddress();
        if (bytes.length == Integer.BYTES) {
            long mapped = IPV4_MAPPED << Integer.SIZE
                    | Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt());
            return new PeerAddress(0, mapped, address.getPort(), 0);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int scope = host instanceof Inet6Address inet6 ? inet6.getScopeId() : 0;
        return new PeerAddress(buffer.getLong(), buffer.getLong(), address.getPort(), scope);
    }

    /**
     * Makes an address from literals, asking no name service.
     *
     * @param address such as {@code 127.0.0.1} or {@code ::1}
     * @param port    0 to 65535
     * @return the address
     * @throws IllegalArgumentException if it is not an address
     */
    public static PeerAddress of(String address, int port) {
        return of(InetAddress.ofLiteral(address), port);
    }

    /**
     * Whether it is an IPv4 address.
     *
     * @return false for IPv6
     */
    public boolean isIpv4() {
        return high == 0 && low >>> Integer.SIZE == IPV4_MAPPED;
    }

    /**
     * The first eight bytes of the IPv6 address.
     *
     * @return in network order, first byte uppermost; 0 for IPv4
     */
    public long high() {
        return high;
    }

    /**
     * The last eight bytes of the IPv6 address; for IPv4 {@code 0x0000FFFF} followed by the address.
     *
     * @return in network order, first byte uppermost
     */
    public long low() {
        return low;
    }

    /**
     * The UDP port.
     *
     * @return 0 to 65535
     */
    public int port() {
        return port;
    }

    /**
     * The interface a link-local IPv6 address belongs to.
     *
     * @return its index, 0 for all other addresses
     */
    public int scope() {
        return scope;
    }

    /**
     * The address alone.
     *
     * @return 4 or 16 bytes in network order
     */
    public byte[] addressBytes() {
        return isIpv4()
                ? ByteBuffer.allocate(Integer.BYTES).putInt((int) low).array()
                : ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    /**
     * The same for the JDK's sockets, made at the first call.
     *
     * @return the address
     */
    public InetSocketAddress socketAddress() {
        InetSocketAddress known = socketAddress;
        if (known == null) {
            known = new InetSocketAddress(inetAddress(), port);
            socketAddress = known;
        }
        return known;
    }

    /**
     * The same address at another port.
     *
     * @param otherPort 0 to 65535
     * @return an address that is not interned
     */
    public PeerAddress withPort(int otherPort) {
        return new PeerAddress(high, low, otherPort, scope);
    }

    /**
     * What the table's owner keeps for this remote.
     *
     * @return whatever {@link #attach} was given last
     */
    public @Nullable Object attachment() {
        return attachment;
    }

    /**
     * Keeps something for this remote. Owner's thread only.
     *
     * @param newAttachment anything, or null
     */
    public void attach(@Nullable Object newAttachment) {
        this.attachment = newAttachment;
    }

    /**
     * The address without the port.
     *
     * @return such as {@code 127.0.0.1} or {@code ::1}
     */
    public String host() {
        return AddressText.of(this);
    }

    /**
     * Address and port as Asterisk writes them.
     *
     * @return such as {@code 127.0.0.1:4569} or {@code [::1]:4569}
     */
    @Override
    public String toString() {
        return isIpv4() ? host() + ":" + port : "[" + host() + "]:" + port;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerAddress that && matches(that.high, that.low, that.port, that.scope);
    }

    @Override
    public int hashCode() {
        return hash(high, low, port);
    }

    boolean matches(long otherHigh, long otherLow, int otherPort, int otherScope) {
        return low == otherLow && port == otherPort && high == otherHigh && scope == otherScope;
    }

    static int hash(long high, long low, int port) {
        long mixed = (low ^ Long.rotateLeft(high, 23) ^ (long) port << 40) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        return (int) ((mixed * 0xD6E8FEB86659FD93L) >>> Integer.SIZE);
    }

    InetAddress inetAddress() {
        try {
            byte[] bytes = addressBytes();
            return bytes.length == Integer.BYTES
                    ? InetAddress.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, scope == 0 ? -1 : scope);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 bytes are an address", e);
        }
    }
}
