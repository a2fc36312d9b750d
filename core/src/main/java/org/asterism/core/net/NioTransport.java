package org.asterism.core.net;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A UDP socket of the JDK: the same behaviour on every platform, with a system call and an address object for each datagram. */
final class NioTransport extends UnbatchedTransport {

    /** Together a millisecond. */
    private static final int FULL_BUFFER_TRIES = 5;

    private static final long FULL_BUFFER_NAP_NS = TimeUnit.MICROSECONDS.toNanos(200);

    private final DatagramChannel channel;
    private final PeerAddress local;
    private final ByteBuffer ringBytes;

    NioTransport(SocketSettings settings) throws IOException {
        super(settings);
        this.ringBytes = ring.memory().asByteBuffer();
        PeerAddress wanted = settings.local();
        this.channel =
                DatagramChannel.open(wanted.isIpv4() ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.configureBlocking(false);
            setUp(settings);
            this.local = bind(wanted);
        } catch (IOException | UnsupportedOperationException e) {
            channel.close();
            throw e;
        }
    }

    DatagramChannel channel() {
        return channel;
    }

    @Override
    public int receive(DatagramHandler handler) {
        int count = 0;
        long nowNs = System.nanoTime();
        while (count < BATCH && receiveInto(ring.upcoming(count), nowNs)) {
            count++;
        }
        if (count > 0) {
            ring.publish(count);
            ring.drain(handler);
        }
        return count;
    }

    @Override
    void transmit(MemorySegment memory, long offset, int length, PeerAddress destination) {
        if (!channel.isOpen()) {
            counters.countDrops(DropReason.CLOSED, 1);
        } else if (local.isIpv4() && !destination.isIpv4()) {
            counters.countDrops(DropReason.WRONG_FAMILY, 1);
        } else {
            send(memory.asSlice(offset, length).asByteBuffer(), destination);
        }
    }

    @Override
    public PeerAddress localAddress() {
        return local;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            counters.countSendError(0);
        }
        flush();
    }

    /** Whether there was a datagram. */
    private boolean receiveInto(Datagram slot, long nowNs) {
        // One byte more than a slot holds tells a datagram that just fits from one that is cut off.
        ringBytes.limit((int) slot.offset() + ReceiveRing.SLOT_BYTES + 1).position((int) slot.offset());
        InetSocketAddress source;
        try {
            source = (InetSocketAddress) channel.receive(ringBytes);
        } catch (IOException _) {
            // The socket was closed, or an ICMP message about something sent earlier: nothing to receive in either
            // case.
            return false;
        }
        if (source == null) {
            return false;
        }
        int length = ringBytes.position() - (int) slot.offset();
        PeerAddress from = PeerAddress.of(source);
        slot.length = length > ReceiveRing.SLOT_BYTES ? ReceiveRing.TRUNCATED : length;
        slot.receivedNs = nowNs;
        slot.sourceHigh = from.high();
        slot.sourceLow = from.low();
        slot.sourcePort = from.port();
        slot.sourceScope = from.scope();
        return true;
    }

    private void send(ByteBuffer bytes, PeerAddress destination) {
        int length = bytes.remaining();
        try {
            for (int i = 0; i < FULL_BUFFER_TRIES; i++) {
                counters.countSendCall();
                int sent = channel.send(bytes, destination.socketAddress());
                if (sent == length) {
                    counters.countSent(1, length);
                    return;
                }
                LockSupport.parkNanos(FULL_BUFFER_NAP_NS);
            }
            counters.countDrops(DropReason.SEND_BUFFER_FULL, 1);
        } catch (IOException _) {
            counters.countDrops(DropReason.SEND_REFUSED, 1);
        }
    }

    private void setUp(SocketSettings settings) throws IOException {
        if (settings.steering() != null) {
            throw new UnsupportedOperationException(
                    "sockets that share a port by a program in the kernel need transport=mmsg");
        }
        if (settings.reusePort()) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
        setUnlessZero(StandardSocketOptions.SO_RCVBUF, settings.receiveBufferBytes());
        setUnlessZero(StandardSocketOptions.SO_SNDBUF, settings.sendBufferBytes());
        setUnlessZero(StandardSocketOptions.IP_TOS, settings.typeOfService());
    }

    private void setUnlessZero(SocketOption<Integer> option, int value) throws IOException {
        if (value != 0) {
            channel.setOption(option, value);
        }
    }

    private PeerAddress bind(PeerAddress wanted) throws BindException {
        try {
            channel.bind(wanted.socketAddress());
            @Nullable InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
            return PeerAddress.of(bound);
        } catch (IOException e) {
            BindException failure = new BindException("cannot bind " + wanted + ": " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }
}
