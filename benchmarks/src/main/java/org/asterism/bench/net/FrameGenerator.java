package org.asterism.bench.net;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.DatagramSelector;
import org.asterism.core.net.DatagramTransport;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.net.TransportKind;

/** Sends frames from many sockets to one address and counts what comes back. */
final class FrameGenerator implements AutoCloseable {

    /** Frames under way when it sends as fast as they come back. */
    private static final int WINDOW = 128;

    private static final long PACE_NS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long GIVE_UP_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int BUFFER_BYTES = 1 << 21;

    private final DatagramSelector selector = TransportKind.AUTO.newSelector();
    private final DatagramTransport[] phones;
    private final PeerAddress target;
    private final int frameBytes;
    private int nextPhone;
    private long sent;
    private long returned;
    private long lost;

    FrameGenerator(PeerAddress target, int count, int frameBytes) throws IOException {
        this.target = target;
        this.frameBytes = frameBytes;
        this.phones = new DatagramTransport[count];
        for (int i = 0; i < count; i++) {
            PeerAddress local = PeerAddress.of("127.0.1." + (1 + i), 0);
            phones[i] = selector.open(SocketSettings.bind(local).withBuffers(BUFFER_BYTES, 0));
        }
    }

    PeerAddress address(int phone) {
        return phones[phone].localAddress();
    }

    long lost() {
        return lost;
    }

    /** Sends for a while, either every 50 µs or whenever frames have come back. */
    void run(boolean saturated, long forMs) {
        long startNs = System.nanoTime();
        long endNs = startNs + TimeUnit.MILLISECONDS.toNanos(forMs);
        long progressNs = startNs;
        long dueNs = startNs;
        for (long nowNs = startNs; nowNs < endNs; nowNs = System.nanoTime()) {
            long before = returned;
            if (saturated) {
                sendUpTo(WINDOW);
            } else {
                for (; dueNs <= nowNs; dueNs += PACE_NS) {
                    sendOne();
                }
            }
            flushAndReceive();
            if (returned > before) {
                progressNs = nowNs;
            } else if (nowNs - progressNs > GIVE_UP_NS) {
                lost += sent - returned;
                sent = returned;
                progressNs = nowNs;
            } else if (!saturated) {
                LockSupport.parkNanos(dueNs - System.nanoTime());
            }
        }
    }

    @Override
    public void close() {
        selector.close();
    }

    private void sendUpTo(long window) {
        while (sent - returned < window) {
            sendOne();
        }
    }

    private void sendOne() {
        DatagramTransport phone = phones[nextPhone];
        nextPhone = (nextPhone + 1) % phones.length;
        phone.send(phone.claim(), frameBytes, target);
        sent++;
    }

    private void flushAndReceive() {
        for (DatagramTransport phone : phones) {
            phone.flush();
            phone.receive(this::count);
        }
    }

    private void count(Datagram datagram) {
        returned += datagram.length() == frameBytes ? 1 : 0;
    }
}
