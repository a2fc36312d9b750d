package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ports for servers that are about to start. They are none of those that the system gives to whoever asks for any port, and none is
 * given out twice: nobody else has one when its server comes to bind it.
 */
final class Ports {
    /** Below it are the ports of well-known servers, and those that a real Asterisk uses for RTP. */
    private static final int FIRST = 20_100;

    private static final int END = Math.max(FIRST + 1000, firstOfTheSystem());
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(END - FIRST));

    /** Of a line of the kernel's table of TCP sockets: it is listened on. */
    private static final String LISTEN = " 0A ";

    /** Of a line of the kernel's table of UDP sockets: both queues are empty. */
    private static final String NOTHING_WAITS = " 00000000:00000000 ";

    private static final int LIMIT_S = 60;

    private Ports() {}

    private static int firstOfTheSystem() {
        try {
            return Integer.parseInt(Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                    .split("\\s")[0]);
        } catch (IOException _) {
            return 32_768;
        }
    }

    /** A port that is free for UDP and for TCP on an address of loopback. */
    static int free(String address) {
        while (true) {
            int port = FIRST + NEXT.getAndIncrement() % (END - FIRST);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByName(address));
                    DatagramSocket _ = new DatagramSocket(port, InetAddress.getByName(address))) {
                return port;
            } catch (IOException _) {
                // Somebody has it.
            }
        }
    }

    /** Waits until a process listens on a TCP port of 127.0.0.1; fails with its output when it ends before. */
    static void awaitTcp(int port, Process process, Supplier<String> output) {
        await("/proc/net/tcp", port, LISTEN, process, output);
    }

    /** Waits until a process has bound a UDP port of 127.0.0.1; fails with its output when it ends before. */
    static void awaitUdp(int port, Process process, Supplier<String> output) {
        await("/proc/net/udp", port, " ", process, output);
    }

    /** Waits until whoever has a UDP port has taken all that has arrived there. */
    static void awaitEmptyUdp(String address, int port) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        String socket =
                String.format(Locale.ROOT, " %02X%02X%02X%02X:%04X ", bytes[3], bytes[2], bytes[1], bytes[0], port);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (lines("/proc/net/udp").anyMatch(line -> line.contains(socket) && !line.contains(NOTHING_WAITS))) {
            assertThat(System.nanoTime() - deadline)
                    .as("ns after the time for taking what arrives at port %d", port)
                    .isNegative();
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Looks into the kernel's table: a connection made to see whether there is somebody would be taken for a client. */
    private static void await(String table, int port, String state, Process process, Supplier<String> output) {
        String socket = String.format(Locale.ROOT, " 0100007F:%04X ", port);
        Eventually.within(LIMIT_S, () -> {
            assertThat(process.isAlive()).as(output::get).isTrue();
            assertThat(lines(table).anyMatch(line -> line.contains(socket) && line.contains(state)))
                    .as(output::get)
                    .isTrue();
        });
    }

    private static Stream<String> lines(String file) {
        return text(Path.of(file)).lines();
    }

    /** What a file contains, such as what a server has said. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
