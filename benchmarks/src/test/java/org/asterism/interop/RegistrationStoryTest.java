package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node moves from HTTP to IAX2 registration: noload one module, add a register line, and look at the registry. */
@Tag("interop")
class RegistrationStoryTest {
    private static final String NODE_MODULES = """
        [modules]
        autoload=yes
        noload => res_rpt_http_registrations.so
        """;

    @TempDir
    Path folder;

    @Test
    @RequiresAsterisk
    void shouldRegisterWithAsterisk() throws IOException {
        int registrarPort = Ports.free("127.0.0.41");
        int nodePort = Ports.free("127.0.0.42");
        try (AsteriskPeer registrar = AsteriskPeer.start(
                        "story-registrar", folder, Map.of("iax.conf", registrar("127.0.0.41", registrarPort)));
                AsterismProcess node = AsterismProcess.start(folder, node("127.0.0.41", registrarPort, nodePort))) {
            shouldShowRegistered(node, registrarPort, nodePort);
            assertThat(registrar.cli("iax2 show peers"))
                    .contains("63001")
                    .contains("127.0.0.42")
                    .contains("(D)");
        }
    }

    @Test
    void shouldRegisterWithAsterism() throws IOException {
        int registrarPort = Ports.free("127.0.0.41");
        int nodePort = Ports.free("127.0.0.42");
        try (AsterismProcess registrar =
                        AsterismProcess.start(folder, Map.of("iax.conf", registrar("127.0.0.41", registrarPort)));
                AsterismProcess node = AsterismProcess.start(folder, node("127.0.0.41", registrarPort, nodePort))) {
            shouldShowRegistered(node, registrarPort, nodePort);
            assertThat(registrar.cli("iax2 show peers"))
                    .contains("63001")
                    .contains("127.0.0.42")
                    .contains("(D)");

            registrar.awaitStored("/IAX/Registry/63001");
            registrar.killAndRestart();

            assertThat(registrar.cli("iax2 show peers"))
                    .as("restored after kill -9")
                    .contains("127.0.0.42");
        }
    }

    @Test
    @RequiresAsterisk
    void shouldListAsteriskAsAsteriskListsUs() throws IOException {
        int registrarPort = Ports.free("127.0.0.41");
        int nodePort = Ports.free("127.0.0.42");
        String listing;
        try (AsterismProcess registrar =
                        AsterismProcess.start(folder, Map.of("iax.conf", registrar("127.0.0.41", registrarPort)));
                AsteriskPeer node = AsteriskPeer.start(
                        "story-node", folder, Map.of("iax.conf", nodeIax("127.0.0.41", registrarPort, nodePort)))) {
            Eventually.within(
                    180, () -> assertThat(node.cli("iax2 show registry")).contains(" Registered"));
            listing = registrar.cli("iax2 show peers");
        }
        try (AsteriskPeer registrar = AsteriskPeer.start(
                        "story-registrar", folder, Map.of("iax.conf", registrar("127.0.0.41", registrarPort)));
                AsteriskPeer node = AsteriskPeer.start(
                        "story-node", folder, Map.of("iax.conf", nodeIax("127.0.0.41", registrarPort, nodePort)))) {
            Eventually.within(
                    180, () -> assertThat(node.cli("iax2 show registry")).contains(" Registered"));
            assertThat(listing).isEqualTo(registrar.cli("iax2 show peers"));
        }
    }

    private static void shouldShowRegistered(AsterismProcess node, int registrarPort, int nodePort) {
        Eventually.within(180, () -> {
            String[] lines = node.cli("iax2 show registry").split("\n", -1);
            assertThat(lines[0])
                    .isEqualTo("%-45.45s  %-6.6s  %-10.10s  %-45.45s %8.8s  %s"
                            .formatted("Host", "dnsmgr", "Username", "Perceived", "Refresh", "State"));
            assertThat(lines[1])
                    .isEqualTo("%-45.45s  %-6.6s  %-10.10s  %-45.45s %8s  %s"
                            .formatted(
                                    "127.0.0.41:" + registrarPort,
                                    "N",
                                    "63001",
                                    "127.0.0.42:" + nodePort,
                                    "180",
                                    "Registered"));
        });
        assertThat(node.rx("iax2 show registry")).contains("Registered");
        assertThat(node.log()).doesNotContain("VerySecret");
    }

    private static String registrar(String address, int port) {
        return """
            [general]
            bindport=%2$d
            bindaddr=%1$s
            minregexpire=180
            maxregexpire=180
            [63001]
            type=friend
            host=dynamic
            secret=VerySecret
            context=radio
            """.formatted(address, port);
    }

    private static Map<String, String> node(String registrar, int registrarPort, int port) {
        return Map.of("modules.conf", NODE_MODULES, "iax.conf", nodeIax(registrar, registrarPort, port));
    }

    private static String nodeIax(String registrar, int registrarPort, int port) {
        return """
            [general]
            bindport=%d
            bindaddr=127.0.0.42
            register => 63001:VerySecret@%s:%d
            """.formatted(port, registrar, registrarPort);
    }
}
