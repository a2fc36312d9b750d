package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.TransportKind;
import org.asterism.iax2.engine.ShardPlace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads share the work of one switch: what belongs to different ones talks all the same. */
@Tag("interop")
class ShardsTest {
    private static final int SHARDS = 4;
    private static final String SWITCH = "127.0.0.1";

    @TempDir
    Path folder;

    @BeforeAll
    static void canShare() {
        assumeTrue(TransportKind.AUTO.resolved() == TransportKind.MMSG, "Sharing a port needs the mmsg transport");
    }

    /** A device whose datagrams neither the first shard gets nor that of somebody at the switch's own address. */
    private static String farAddress() {
        int near = ShardPlace.of(PeerAddress.of(SWITCH, 1), SHARDS);
        return IntStream.rangeClosed(2, 200)
                .mapToObj(last -> "127.0.0." + last)
                .filter(address -> {
                    int shard = ShardPlace.of(PeerAddress.of(address, 1), SHARDS);
                    return shard != near && shard != 0;
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldConnectFarEndsOfAllShards() throws IOException {
        String device = farAddress();
        int port = Ports.free(SWITCH);
        int devicePort = Ports.free(device);
        try (AsterismProcess pbx = AsterismProcess.start(
                        folder,
                        Map.of(
                                "asterisk.conf",
                                "[options]\nshards = " + SHARDS + "\n",
                                "iax.conf",
                                """
                                [general]
                                bindaddr=%s
                                bindport=%d
                                disallow=all
                                allow=ulaw
                                [guest]
                                type=user
                                context=services
                                requirecalltoken=no
                                [device]
                                type=friend
                                host=dynamic
                                secret=topsecret
                                qualify=yes
                                context=services
                                """.formatted(SWITCH, port),
                                "extensions.conf",
                                """
                                [services]
                                exten => 700,1,Dial(IAX2/device/600,20)
                                """));
                AsterismProcess far = AsterismProcess.start(
                        folder,
                        Map.of("iax.conf", """
                            [general]
                            bindaddr=%s
                            bindport=%d
                            disallow=all
                            allow=ulaw
                            register => device:topsecret@%s:%d
                            [guest]
                            type=user
                            context=services
                            """.formatted(device, devicePort, SWITCH, port), "extensions.conf", """
                            [services]
                            exten => 600,1,Answer()
                             same => n,Echo()
                            """))) {
            Eventually.within(
                    60, () -> assertThat(far.cli("iax2 show registry")).contains("Registered"));
            Eventually.within(
                    60,
                    () -> assertThat(pbx.cli("iax2 show peers"))
                            .contains(device)
                            .contains("OK ("));

            Phone.assertEcho(folder, "iax:" + SWITCH + ":" + port + "/700", 7);
            assertThat(shardsWithMediaOf(pbx)).isGreaterThanOrEqualTo(2);
            Eventually.within(
                    60, () -> assertThat(pbx.cli("core show channels")).contains("0 active channels"));
        }
    }

    /** How many shards have received what a call of two seconds brings. */
    private static long shardsWithMediaOf(AsterismProcess pbx) {
        Matcher counts = Pattern.compile("Datagrams received at \\S+ by shard \\d+\\D+(\\d+)")
                .matcher(pbx.cli("iax2 show stats"));
        return counts.results()
                .filter(found -> Integer.parseInt(found.group(1)) > 50)
                .count();
    }
}
