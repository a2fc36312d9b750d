package org.asterism.bench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.asterism.bench.perf.net.Arrival;
import org.asterism.bench.perf.net.Ipv4;
import org.asterism.bench.perf.net.LoadSocket;
import org.asterism.core.net.DatagramSelector;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.TransportKind;

/** The loopback interface: the switch has its batched transport, the phones an address each at a socket of their own. Linux. */
final class LoopbackLine implements PhoneLine {
    private static final int BUFFER_BYTES = 4 << 20;
    /** 127.0.0.1. */
    private static final int LOOPBACK = 0x7F00_0001;
    /** 127.0.1.1. */
    private static final int FIRST = 0x7F00_0101;

    private final PeerAddress[] addresses;
    private final LoadSocket socket;
    private final Arrival.Handler handler;
    private int switchPort;
    private boolean answered;

    LoopbackLine(int phones, Ear ear) throws IOException {
        socket = new LoadSocket(0, 0, true, false, BUFFER_BYTES);
        addresses = new PeerAddress[phones];
        for (int i = 0; i < phones; i++) {
            addresses[i] = PeerAddress.of(Ipv4.text(FIRST + i), socket.localPort());
        }
        handler = arrival -> ear.hear(arrival.localAddress - FIRST, arrival.memory, arrival.offset, arrival.length);
    }

    @Override
    public PeerAddress switchAddress() {
        return PeerAddress.of("127.0.0.1", 0);
    }

    @Override
    public DatagramSelector selector() {
        return TransportKind.MMSG.newSelector();
    }

    @Override
    public void begin(int port) {
        switchPort = port;
    }

    @Override
    public PeerAddress address(int phone) {
        return addresses[phone];
    }

    @Override
    public void send(int phone, MemorySegment memory, long offset, int length) {
        MemorySegment.copy(memory, offset, socket.memory(), socket.claim(), length);
        socket.commit(length, FIRST + phone, LOOPBACK, switchPort);
        answered = true;
    }

    @Override
    public void flush() {
        socket.flush();
    }

    @Override
    public int receive() {
        answered = false;
        int count = socket.receive(handler);
        socket.flush();
        return count;
    }

    @Override
    public boolean isWaiting() {
        return answered;
    }

    @Override
    public void close() {
        socket.close();
    }
}
