package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls and registrations over IPv6, where the machine has it. */
@Tag("interop")
class Ipv6Test {
    private static final String LOOPBACK = "::1";

    @TempDir
    Path folder;

    @BeforeAll
    static void hasIpv6() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(LOOPBACK))) {
            assertThat(socket.isBound()).isTrue();
        } catch (IOException e) {
            assumeTrue(false, "This machine has no IPv6: " + e.getMessage());
        }
    }

    @Test
    void shouldRegisterAndCallOverIpv6() throws IOException {
        int registrarPort = Ports.free(LOOPBACK);
        int phonePort = Ports.free(LOOPBACK);
        try (AsterismProcess registrar = AsterismProcess.start(
                        folder, Map.of("iax.conf", """
                            [general]
                            bindaddr=[::1]
                            bindport=%d
                            disallow=all
                            allow=ulaw
                            [guest]
                            type=user
                            context=services
                            [alice]
                            type=friend
                            host=dynamic
                            secret=topsecret
                            context=services
                            """.formatted(registrarPort), "extensions.conf", """
                            [services]
                            exten => 600,1,Answer()
                             same => n,Echo()
                            """));
                AsterismProcess device = AsterismProcess.start(
                        folder,
                        Map.of(
                                "iax.conf",
                                """
                                [general]
                                bindaddr=[::1]
                                bindport=%d
                                register => alice:topsecret@[::1]:%d
                                """.formatted(phonePort, registrarPort),
                                "extensions.conf",
                                "[default]\n"))) {
            Eventually.within(
                    60,
                    () -> assertThat(device.cli("iax2 show registry"))
                            .contains("Registered")
                            .contains("[::1]:" + phonePort));
            assertThat(registrar.cli("iax2 show peers")).contains("::1");

            Phone.assertEcho(folder, "iax:[::1]:" + registrarPort + "/600", 6);
        }
    }
}
