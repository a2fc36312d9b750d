package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch that is killed while phones register knows afterwards who was registered a second before. */
@Tag("interop")
class RegistrarCrashTest {
    private static final String ADDRESS = "127.0.0.57";
    private static final String PHONES = "127.0.0.58";
    private static final int PHONE_COUNT = 40_000;
    private static final long LOAD_NS = 4_000_000_000L;
    private static final long LONGEST_LOAD_NS = 120_000_000_000L;
    /** What is promised: changes of no more than this are at risk. */
    private static final long AT_RISK_NS = 1_000_000_000L;

    @TempDir
    Path folder;

    /**
     * A phone that was told that it is registered.
     *
     * @param grantedNs when
     * @param waitedNs  how long the switch had waited for processors and disks until then
     */
    private record Granted(String name, long grantedNs, long waitedNs) {}

    @Test
    void shouldLoseNothingButTheChangesOfASecondWhenItIsKilled() throws IOException {
        int port = Ports.free(ADDRESS);
        InetSocketAddress server = new InetSocketAddress(ADDRESS, port);
        try (AsterismProcess pbx = AsterismProcess.start(folder, Map.of("iax.conf", iax(port)));
                RegisteringPhones phones = new RegisteringPhones(PHONES)) {
            WaitingTime waiting = new WaitingTime(pbx.pid(), RegistrarCrashTest::writes);
            List<Granted> granted = new ArrayList<>();
            long beganNs = System.nanoTime();
            for (int i = 0; i < PHONE_COUNT && goesOn(granted, beganNs, waiting); i++) {
                if (phones.register(server, "p" + i, "secret" + i)) {
                    granted.add(new Granted("p" + i, System.nanoTime(), waiting.ns()));
                }
            }
            long waitedNs = waiting.ns();
            long killedNs = System.nanoTime();
            pbx.killAndRestart();

            List<String> safe = safe(granted, killedNs, waitedNs);
            assertThat(safe).as("phones that registered a second before").isNotEmpty();
            List<String> kept = pbx.cli("database show IAX/Registry")
                    .lines()
                    .filter(line -> line.startsWith("/IAX/Registry/"))
                    .map(line ->
                            line.substring("/IAX/Registry/".length()).strip().replaceAll(" *: ", "="))
                    .toList();
            assertThat(kept)
                    .as("what the database kept, %d phones registered", granted.size())
                    .containsAll(safe.stream()
                            .map(name -> name + "=" + PHONES + ":" + phones.port() + ":60")
                            .toList());
            String first = safe.getFirst();
            Eventually.within(
                    60, () -> assertThat(pbx.cli("iax2 show peer " + first)).contains(PHONES));
        }
    }

    /** Neither the threads that only answer nor the compilers take part in keeping what was granted. */
    private static boolean writes(String thread) {
        return !thread.startsWith("iax2-") && !thread.matches("C[12] .*");
    }

    /** Some seconds; longer on a machine so busy that nobody's second is over yet. */
    private static boolean goesOn(List<Granted> granted, long beganNs, WaitingTime waiting) {
        long nowNs = System.nanoTime();
        return nowNs - beganNs < LOAD_NS
                || (safe(granted, nowNs, waiting.ns()).isEmpty() && nowNs - beganNs < LONGEST_LOAD_NS);
    }

    /** The second is the switch's own: time in which the machine let it wait for others does not count. */
    private static List<String> safe(List<Granted> granted, long nowNs, long waitedNs) {
        return granted.stream()
                .filter(each -> nowNs - each.grantedNs() - (waitedNs - each.waitedNs()) > AT_RISK_NS)
                .map(Granted::name)
                .toList();
    }

    private static String iax(int port) {
        StringBuilder text = new StringBuilder("""
            [general]
            bindaddr=%s
            bindport=%d
            [phone](!)
            type=friend
            host=dynamic
            """.formatted(ADDRESS, port));
        for (int i = 0; i < PHONE_COUNT; i++) {
            text.append("[p")
                    .append(i)
                    .append("](phone)\nsecret=secret")
                    .append(i)
                    .append('\n');
        }
        return text.toString();
    }
}
