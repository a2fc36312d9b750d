package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody guesses passwords some thousand times a second; phones go on registering, even those behind the same address. */
@Tag("interop")
class RegistrarTarPitTest {
    private static final String ADDRESS = "127.0.0.66";
    private static final String SHARED = "127.0.0.67";
    private static final String ELSEWHERE = "127.0.0.68";
    private static final int PHONES = 20;
    private static final int ROUNDS = 3;
    private static final int BUDGET = 5;
    private static final long REFILL_MS = 2000;
    private static final int GUESSES_AT_ONCE = 20;
    private static final long BETWEEN_NS = 5_000_000;
    private static final int MANY = 1000;

    @TempDir
    Path folder;

    @Test
    void shouldNotLetPhonesSufferForWhoGuessesPasswords() throws IOException, InterruptedException {
        int port = Ports.free(ADDRESS);
        InetSocketAddress server = new InetSocketAddress(ADDRESS, port);
        Map<String, String> files = Map.of("iax.conf", iax(port), "registrar.conf", """
            [general]
            tarpit_budget = %d
            tarpit_refill = %d
            """.formatted(BUDGET, REFILL_MS));
        try (AsterismProcess pbx = AsterismProcess.start(folder, files);
                RegisteringPhones near = new RegisteringPhones(SHARED);
                RegisteringPhones far = new RegisteringPhones(ELSEWHERE)) {
            registerAll(near, server, "near");
            long beganNs = System.nanoTime();
            try (Guesser guesser = new Guesser(server)) {
                Eventually.within(
                        60, () -> assertThat(guesser.show(pbx).ignored()).isGreaterThan(MANY));

                long before = guesser.show(pbx).ignored();
                for (int round = 0; round < ROUNDS; round++) {
                    registerAll(near, server, "near");
                    registerAll(far, server, "far");
                }
                Eventually.within(
                        60, () -> assertThat(guesser.show(pbx).ignored()).isGreaterThan(before + MANY));

                Account guessed = guesser.show(pbx);
                long passedMs = (System.nanoTime() - beganNs) / 1_000_000;
                assertThat(guessed.refused())
                        .as("guesses that were looked at in %d ms", passedMs)
                        .isBetween((long) BUDGET, BUDGET + passedMs / REFILL_MS + 1);
                assertThat(pbx.cli("registrar show tarpit")).doesNotContain(ELSEWHERE);
            }
        }
    }

    private static void registerAll(RegisteringPhones phones, InetSocketAddress server, String kind)
            throws IOException {
        for (int i = 0; i < PHONES; i++) {
            assertThat(phones.register(server, kind + i, "secret")).as(kind + i).isTrue();
        }
    }

    private static String iax(int port) {
        StringBuilder text = new StringBuilder("""
            [general]
            bindaddr=%s
            bindport=%d
            delayreject=no
            [phone](!)
            type=friend
            host=dynamic
            secret=secret
            """.formatted(ADDRESS, port));
        for (int i = 0; i < PHONES; i++) {
            text.append("[near%1$d](phone)\n[far%1$d](phone)\n".formatted(i));
        }
        return text.toString();
    }

    /** What the console shows of an address. */
    private record Account(long refused, long ignored) {}

    /** Sends wrong answers from the shared address until it is closed. */
    private static final class Guesser implements AutoCloseable {
        private static final Pattern ROW = Pattern.compile("(?m)^" + Pattern.quote(SHARED) + " +(\\d+) +(\\d+) ");

        private final RegisteringPhones socket = new RegisteringPhones(SHARED);
        private final Thread thread;
        private volatile boolean closed;

        Guesser(InetSocketAddress server) throws IOException {
            DatagramPacket guess = socket.guess(server, "near0");
            assertThat(guess).as("a challenge").isNotNull();
            thread = Thread.ofPlatform().start(() -> flood(guess));
        }

        private void flood(DatagramPacket guess) {
            try {
                while (!closed) {
                    for (int i = 0; i < GUESSES_AT_ONCE; i++) {
                        socket.send(guess);
                    }
                    LockSupport.parkNanos(BETWEEN_NS);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Account show(AsterismProcess pbx) {
            Matcher row = ROW.matcher(pbx.cli("registrar show tarpit"));
            return row.find()
                    ? new Account(Long.parseLong(row.group(1)), Long.parseLong(row.group(2)))
                    : new Account(0, 0);
        }

        @Override
        public void close() {
            closed = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            socket.close();
        }
    }
}
