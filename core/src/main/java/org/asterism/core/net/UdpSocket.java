package org.asterism.core.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.net.SocketException;

/** A bound, non-blocking UDP socket as the system has it: the file descriptor, from opening to closing. */
final class UdpSocket {

    private static final int CLOSED = -1;
    /** Place of the drop counter among the numbers of SO_MEMINFO (SK_MEMINFO_DROPS). */
    private static final int MEMINFO_DROPS = 8;

    private static final int MEMINFO_COUNT = 9;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private final MemorySegment state = Libc.newCallState();
    private final SocketAddressFormat format;
    private final PeerAddress local;
    private volatile int fd;

    /**
     * Opens and binds.
     *
     * @throws BindException if the address cannot be bound
     * @throws SocketException if the system gives no such socket or refuses an option
     */
    UdpSocket(SocketSettings settings) throws IOException {
        PeerAddress wanted = settings.local();
        this.format = SocketAddressFormat.of(wanted);
        this.fd = Libc.socket(state, format.family(), Libc.SOCK_DGRAM | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC, 0);
        if (fd < 0) {
            throw new SocketException("no socket for " + wanted + ": " + Libc.strerror(-fd));
        }
        try {
            setUp(settings);
            this.local = bind(wanted);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    int fd() {
        return fd;
    }

    boolean isClosed() {
        return fd == CLOSED;
    }

    SocketAddressFormat format() {
        return format;
    }

    PeerAddress local() {
        return local;
    }

    /** Whether the kernel can cut one send into datagrams (Linux 4.18 and later). */
    boolean canSegment() {
        return setOption(Libc.IPPROTO_UDP, Libc.UDP_SEGMENT, 0) >= 0;
    }

    /**
     * Whether what is longer than the way's packets leaves in fragments or is refused with EMSGSIZE. While fragments are out of the question
     * the kernel draws no identification for each IPv4 packet, which costs about as much as the look-up of its route (RFC 6864 allows
     * it). IPv6 has none.
     *
     * @return whether the system agrees
     */
    boolean allowFragments(boolean allowed) {
        return setOption(Libc.IPPROTO_IP, Libc.IP_MTU_DISCOVER, allowed ? Libc.IP_PMTUDISC_WANT : Libc.IP_PMTUDISC_DO)
                >= 0;
    }

    /** How many datagrams the kernel has dropped because the receive buffer was full; 0 after closing. Any thread. */
    synchronized long kernelDrops() {
        if (isClosed()) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = arena.allocate(INT, MEMINFO_COUNT);
            MemorySegment length = arena.allocateFrom(INT, (int) numbers.byteSize());
            int result = Libc.getsockopt(
                    arena.allocate(state.byteSize(), Long.BYTES),
                    fd,
                    Libc.SOL_SOCKET,
                    Libc.SO_MEMINFO,
                    numbers.address(),
                    length.address());
            return result < 0 ? 0 : Integer.toUnsignedLong(numbers.getAtIndex(INT, MEMINFO_DROPS));
        }
    }

    synchronized void close() {
        if (!isClosed()) {
            Libc.close(state, fd);
            fd = CLOSED;
        }
    }

    private void setUp(SocketSettings settings) throws SocketException {
        if (settings.reusePort()) {
            require("SO_REUSEPORT", setOption(Libc.SOL_SOCKET, Libc.SO_REUSEPORT, 1));
        }
        PacketFilter steering = settings.steering();
        if (steering != null) {
            require("SO_ATTACH_REUSEPORT_CBPF", attach(steering));
        }
        if (settings.receiveBufferBytes() > 0) {
            require("SO_RCVBUF", setOption(Libc.SOL_SOCKET, Libc.SO_RCVBUF, settings.receiveBufferBytes()));
        }
        if (settings.sendBufferBytes() > 0) {
            require("SO_SNDBUF", setOption(Libc.SOL_SOCKET, Libc.SO_SNDBUF, settings.sendBufferBytes()));
        }
        if (format == SocketAddressFormat.IPV6) {
            require("IPV6_V6ONLY", setOption(Libc.IPPROTO_IPV6, Libc.IPV6_V6ONLY, 0));
        }
        int tos = settings.typeOfService();
        if (tos != 0) {
            require("IP_TOS", setOption(Libc.IPPROTO_IP, Libc.IP_TOS, tos));
            if (format == SocketAddressFormat.IPV6) {
                require("IPV6_TCLASS", setOption(Libc.IPPROTO_IPV6, Libc.IPV6_TCLASS, tos));
            }
        }
    }

    private PeerAddress bind(PeerAddress wanted) throws BindException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(MessageHeaders.NAME_BYTES, Long.BYTES);
            format.write(name, 0, wanted.high(), wanted.low(), wanted.port(), wanted.scope());
            int result = Libc.bind(state, fd, name.address(), format.length());
            if (result < 0) {
                throw new BindException("cannot bind " + wanted + ": " + Libc.strerror(-result));
            }
            MemorySegment length = arena.allocateFrom(INT, format.length());
            result = Libc.getsockname(state, fd, name.address(), length.address());
            if (result < 0) {
                throw new BindException("bound " + wanted + " but cannot tell where: " + Libc.strerror(-result));
            }
            Datagram bound = new Datagram(new PeerTable(0), name, 0);
            format.read(name, 0, bound);
            return bound.source();
        }
    }

    private int setOption(int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocateFrom(INT, value);
            return Libc.setsockopt(state, fd, level, option, number.address(), Integer.BYTES);
        }
    }

    private int attach(PacketFilter steering) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment program = steering.write(arena);
            return Libc.setsockopt(state, fd, Libc.SOL_SOCKET, Libc.SO_ATTACH_REUSEPORT_CBPF, program.address(), (int)
                    program.byteSize());
        }
    }

    private static void require(String option, int result) throws SocketException {
        if (result < 0) {
            throw new SocketException("the system refuses " + option + ": " + Libc.strerror(-result));
        }
    }
}
