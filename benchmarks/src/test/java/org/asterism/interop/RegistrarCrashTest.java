package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch that is killed while phones register knows afterwards who was registered a moment before. */
@Tag("interop")
class RegistrarCrashTest {
    private static final String ADDRESS = "127.0.0.57";
    private static final String PHONES = "127.0.0.58";
    private static final int PHONE_COUNT = 40_000;
    private static final long LOAD_NS = 8_000_000_000L;
    /** A second is promised; a machine that is busy with other things gets more. */
    private static final long AT_RISK_NS = 5_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void shouldLoseNothingButTheLastChangesWhenItIsKilled() throws IOException {
        int port = Ports.udp(ADDRESS);
        InetSocketAddress server = new InetSocketAddress(ADDRESS, port);
        try (AsterismProcess pbx = AsterismProcess.start(folder, Map.of("iax.conf", iax(port)));
                RegisteringPhones phones = new RegisteringPhones(PHONES)) {
            Map<String, Long> grantedNs = new LinkedHashMap<>();
            long beganNs = System.nanoTime();
            for (int i = 0; i < PHONE_COUNT && System.nanoTime() - beganNs < LOAD_NS; i++) {
                if (phones.register(server, "p" + i, "secret" + i)) {
                    grantedNs.put("p" + i, System.nanoTime());
                }
            }
            long killedNs = System.nanoTime();
            pbx.killAndRestart();

            List<String> safe = grantedNs.entrySet().stream()
                    .filter(each -> killedNs - each.getValue() > AT_RISK_NS)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(safe).as("phones that registered early").isNotEmpty();
            List<String> kept = pbx.cli("database show IAX/Registry")
                    .lines()
                    .filter(line -> line.startsWith("/IAX/Registry/"))
                    .map(line ->
                            line.substring("/IAX/Registry/".length()).strip().replaceAll(" *: ", "="))
                    .toList();
            assertThat(kept)
                    .as("what the database kept, %d phones registered", grantedNs.size())
                    .containsAll(safe.stream()
                            .map(name -> name + "=" + PHONES + ":" + phones.port() + ":60")
                            .toList());
            String first = safe.getFirst();
            Eventually.within(
                    60, () -> assertThat(pbx.cli("iax2 show peer " + first)).contains(PHONES));
        }
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
