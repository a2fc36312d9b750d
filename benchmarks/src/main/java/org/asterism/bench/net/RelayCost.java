package org.asterism.bench.net;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.DatagramTransport;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.net.TransportCounters;
import org.asterism.core.net.TransportKind;
import org.asterism.core.net.WaitMode;
import org.asterism.core.time.MillisClock;
import org.jspecify.annotations.Nullable;

/**
 * Measures the CPU time of an event loop that does nothing but relay: find the sender, write two bytes, send the slot on. A generator
 * in the same process sends 172-byte datagrams over the loopback interface, as audio of 20 ms would be. Only the loop's thread is
 * measured, the kernel's work for it included.
 *
 * <p>Usage: {@code RelayCost [seconds for each line]}. One line for each transport and traffic: {@code phones} are senders with
 * an address each, {@code trunk} is one address for all. Saturated, the loop is never idle; paced, a datagram comes every 50 µs.
 */
public final class RelayCost {

    private static final int FRAME_BYTES = 172;
    private static final int BUFFER_BYTES = 1 << 21;
    private static final PeerAddress ANY_PORT = PeerAddress.of("127.0.0.1", 0);
    private static final long WARM_UP_MS = 800;

    private final DatagramTransport relay;
    private final EventLoop loop;
    private final FrameGenerator generator;

    private RelayCost(TransportKind kind, WaitMode mode, int phones) throws IOException {
        loop = new EventLoop("relay", kind.newSelector(), MillisClock.system(), mode);
        relay = loop.bind(SocketSettings.bind(ANY_PORT).withBuffers(BUFFER_BYTES, BUFFER_BYTES), this::relay);
        generator = new FrameGenerator(relay.localAddress(), phones, FRAME_BYTES);
        for (int i = 0; i < phones; i++) {
            PeerAddress peer = relay.peers().intern(generator.address(i));
            if (peer != null) {
                peer.attach(relay.peers().intern(generator.address(i ^ 1)));
            }
        }
    }

    /**
     * Runs the measurements.
     *
     * @param args seconds for each, 1 if missing
     * @throws Exception if a socket cannot be opened
     */
    public static void main(String[] args) throws Exception {
        long measureMs = TimeUnit.SECONDS.toMillis(args.length > 0 ? Long.parseLong(args[0]) : 1);
        System.out.println(
                "transport traffic           wait      ns CPU/datagram  datagrams/s  batch  segmented  lost");
        for (TransportKind kind : new TransportKind[] {TransportKind.MMSG, TransportKind.NIO}) {
            measure(kind, WaitMode.BLOCKING, "phones, saturated", 100, true, measureMs);
            measure(kind, WaitMode.BLOCKING, "trunk, saturated", 2, true, measureMs);
            measure(kind, WaitMode.BLOCKING, "phones, paced", 100, false, measureMs);
            measure(kind, WaitMode.ADAPTIVE, "phones, paced", 100, false, measureMs);
        }
    }

    private static void measure(
            TransportKind kind, WaitMode mode, String traffic, int phones, boolean saturated, long measureMs)
            throws IOException, InterruptedException, ExecutionException {
        RelayCost cost = new RelayCost(kind, mode, phones);
        try (EventLoop loop = cost.loop;
                FrameGenerator generator = cost.generator) {
            loop.start();
            generator.run(saturated, WARM_UP_MS);
            TransportCounters counters = cost.relay.counters();
            long cpuNs = cost.cpuNs();
            long received = counters.received();
            long batches = counters.receiveBatches();
            long segmented = counters.segmented();
            long lost = generator.lost();
            generator.run(saturated, measureMs);
            long datagrams = counters.received() - received;
            System.out.printf(
                    "%-9s %-17s %-9s %15d %12d %6.1f %9d%% %5d%n",
                    kind.word(),
                    traffic,
                    mode.word(),
                    (cost.cpuNs() - cpuNs) / datagrams,
                    datagrams * 1000 / measureMs,
                    (double) datagrams / (counters.receiveBatches() - batches),
                    100 * (counters.segmented() - segmented) / datagrams,
                    generator.lost() - lost);
        }
    }

    private void relay(Datagram datagram) {
        PeerAddress peer = datagram.peer();
        @Nullable Object destination = peer == null ? null : peer.attachment();
        if (destination instanceof PeerAddress to) {
            datagram.memory().set(ValueLayout.JAVA_SHORT_UNALIGNED, datagram.offset(), (short) 1);
            relay.relay(datagram, 0, datagram.length(), to);
        }
    }

    private long cpuNs() throws InterruptedException, ExecutionException {
        return loop.ask(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                .get();
    }
}
