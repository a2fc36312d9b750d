package org.asterism.bench;

import java.lang.foreign.MemorySegment;
import org.asterism.core.net.DatagramSelector;
import org.asterism.core.net.DetachedTransport;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;

/** No network at all: phones write into the slots of the switch and read what it would send. */
final class DetachedLine implements PhoneLine {
    private static final int FIRST_PORT = 40_000;
    private static final PeerAddress SWITCH = PeerAddress.of("127.0.0.1", 4569);

    private final PeerAddress[] addresses;
    private final DetachedTransport transport;

    DetachedLine(int phones, Ear ear) {
        addresses = new PeerAddress[phones];
        for (int i = 0; i < phones; i++) {
            addresses[i] = PeerAddress.of("127.0.1." + (1 + i), FIRST_PORT + i);
        }
        transport = new DetachedTransport(
                SocketSettings.bind(SWITCH),
                (memory, offset, length, destination) ->
                        ear.hear(destination.port() - FIRST_PORT, memory, offset, length));
    }

    @Override
    public PeerAddress switchAddress() {
        return SWITCH;
    }

    @Override
    public DatagramSelector selector() {
        return new OneSocket(transport);
    }

    @Override
    public void begin(int switchPort) {
        // There is nothing to find.
    }

    @Override
    public PeerAddress address(int phone) {
        return addresses[phone];
    }

    @Override
    public void send(int phone, MemorySegment memory, long offset, int length) {
        if (!transport.put(memory, offset, length, addresses[phone])) {
            throw new IllegalStateException("more frames than fit in a batch");
        }
    }

    @Override
    public void flush() {
        // It is there already.
    }

    @Override
    public int receive() {
        return 0;
    }

    @Override
    public boolean isWaiting() {
        return transport.waiting() > 0;
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Opens the one socket there is. */
    private record OneSocket(DetachedTransport transport) implements DatagramSelector {
        @Override
        public DetachedTransport open(SocketSettings settings) {
            return transport;
        }

        @Override
        public boolean await(long timeoutMs) {
            throw new UnsupportedOperationException("the loop is turned, not started");
        }

        @Override
        public void wakeup() {
            // Whoever gives commands turns the loop.
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
