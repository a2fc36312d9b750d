package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three switches share registrations by way of Redis: a device registers at any of them and can be called from each. */
@Tag("interop")
class SharedRegistrarTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> ADDRESSES = List.of("127.0.0.51", "127.0.0.52", "127.0.0.53");
    private static final String DEVICE = "127.0.0.54";
    private static final String PHONES = "127.0.0.55";
    private static final int PHONE_COUNT = 30;

    @TempDir
    Path folder;

    private final List<Integer> ports = ADDRESSES.stream().map(Ports::free).toList();
    private final int devicePort = Ports.free(DEVICE);

    @Test
    void shouldCallADeviceWhereverItIsRegistered() throws IOException {
        try (RedisServer redis = RedisServer.start(folder);
                AsterismProcess a = node(0, redis);
                AsterismProcess b = node(1, redis);
                AsterismProcess c = node(2, redis);
                AsterismProcess device = AsterismProcess.start(folder, device(1))) {
            awaitRegistrations(a, "b", 1);
            shouldReachTheDevice(a, device);

            b.kill();
            Files.writeString(device.folder().resolve("etc/iax.conf"), deviceIax(2));
            device.cli("iax2 reload");
            awaitRegistrations(a, "c", 1);
            shouldReachTheDevice(a, device);
            assertThat(c.cli("iax2 show peer dev")).contains(DEVICE);

            b.killAndRestart();
            awaitRegistrations(b, "c", 1);
            assertThat(b.cli("registrar show nodes")).contains(row("b (this one)", 0));
            shouldReachTheDevice(b, device);
        }
    }

    /** Phones that turn to another switch when theirs is silent, and a call meanwhile. */
    @Test
    void shouldLoseNobodyWhenASwitchIsKilledUnderLoad() throws IOException {
        try (RedisServer redis = RedisServer.start(folder);
                AsterismProcess a = node(0, redis);
                AsterismProcess b = node(1, redis);
                AsterismProcess c = node(2, redis);
                AsterismProcess device = AsterismProcess.start(folder, device(1));
                RegisteringPhones phones = new RegisteringPhones(PHONES)) {
            awaitRegistrations(a, "b", 1);
            int[] homes = new int[PHONE_COUNT];
            for (int i = 0; i < PHONE_COUNT; i++) {
                homes[i] = i % NAMES.size();
            }
            registerAll(phones, homes);
            awaitRegistrations(a, "a (this one)", PHONE_COUNT / 3);
            awaitRegistrations(a, "b", PHONE_COUNT / 3 + 1);
            awaitRegistrations(c, "b", PHONE_COUNT / 3 + 1);

            for (int i = 0; i < PHONE_COUNT; i++) {
                if (i == PHONE_COUNT / 2) {
                    b.kill();
                }
                register(phones, homes, i);
            }
            registerAll(phones, homes);
            Files.writeString(device.folder().resolve("etc/iax.conf"), deviceIax(2));
            device.cli("iax2 reload");

            assertThat(homes).as("where the phones went").doesNotContain(1);
            awaitRegistrations(a, "a (this one)", count(homes, 0));
            awaitRegistrations(a, "c", count(homes, 2) + 1);
            awaitRegistrations(c, "a", count(homes, 0));
            Eventually.within(
                    60, () -> assertThat(a.cli("registrar show nodes")).doesNotContain("\nb "));
            shouldReachTheDevice(a, device);
        }
    }

    private void registerAll(RegisteringPhones phones, int[] homes) throws IOException {
        for (int i = 0; i < homes.length; i++) {
            register(phones, homes, i);
        }
    }

    /** At its home, or else at the next. */
    private void register(RegisteringPhones phones, int[] homes, int phone) throws IOException {
        for (int attempt = 0; attempt < homes.length; attempt++) {
            InetSocketAddress server = new InetSocketAddress(ADDRESSES.get(homes[phone]), ports.get(homes[phone]));
            if (phones.register(server, "p" + phone, "secret" + phone)) {
                return;
            }
            homes[phone] = (homes[phone] + 1) % NAMES.size();
        }
        throw new AssertionError("nobody registers phone " + phone);
    }

    private static int count(int[] homes, int node) {
        return (int) Arrays.stream(homes).filter(home -> home == node).count();
    }

    @Test
    void shouldGoOnWithoutTheServer() throws IOException {
        RedisServer redis = RedisServer.start(folder);
        try (AsterismProcess a = node(0, redis);
                AsterismProcess device = AsterismProcess.start(folder, device(0))) {
            awaitRegistrations(a, "a (this one)", 1);
            redis.close();

            shouldReachTheDevice(a, device);
            Eventually.within(
                    60, () -> assertThat(a.cli("registrar show nodes")).contains(": not connected"));
            assertThat(a.cli("registrar show nodes")).contains(row("a (this one)", 1));
        } finally {
            redis.close();
        }
    }

    private static void awaitRegistrations(AsterismProcess node, String name, int count) {
        Eventually.within(60, () -> assertThat(node.cli("registrar show nodes")).contains(row(name, count)));
    }

    private static String row(String name, int count) {
        return "%-40s  %d%n".formatted(name, count);
    }

    private static void shouldReachTheDevice(AsterismProcess from, AsterismProcess device) {
        from.cli("channel originate IAX2/dev/600 application Echo");
        Eventually.within(60, () -> assertThat(device.cli("core show channels")).contains("600@public"));
        device.cli("channel request hangup all");
        Eventually.within(60, () -> {
            assertThat(device.cli("core show channels count")).contains("0 active channels");
            assertThat(from.cli("core show channels count")).contains("0 active channels");
        });
    }

    private AsterismProcess node(int self, RedisServer redis) throws IOException {
        StringBuilder iax = new StringBuilder("""
            [general]
            bindaddr=%s
            bindport=%d
            [dev]
            type=friend
            host=dynamic
            secret=hush
            context=public
            """.formatted(ADDRESSES.get(self), ports.get(self)));
        for (int phone = 0; phone < PHONE_COUNT; phone++) {
            iax.append("[p%1$d]\ntype=friend\nhost=dynamic\nsecret=secret%1$d\n".formatted(phone));
        }
        for (int other = 0; other < NAMES.size(); other++) {
            if (other != self) {
                iax.append("""
                    [%s]
                    type=friend
                    host=%s
                    port=%d
                    username=%s
                    secret=between-us
                    context=from-nodes
                    """.formatted(NAMES.get(other), ADDRESSES.get(other), ports.get(other), NAMES.get(self)));
            }
        }
        return AsterismProcess.start(
                folder,
                Map.of(
                        "iax.conf",
                        iax.toString(),
                        "registrar.conf",
                        """
                        [general]
                        backend=redis
                        [redis]
                        uri=%s
                        node=%s
                        """.formatted(redis.uri(), NAMES.get(self)),
                        "extensions.conf",
                        """
                        [from-nodes]
                        exten => _[a-z]!,1,Dial(IAX2/${EXTEN},20)
                        """));
    }

    private Map<String, String> device(int registrar) {
        return Map.of("iax.conf", deviceIax(registrar), "extensions.conf", """
            [public]
            exten => 600,1,Answer()
             same => n,Echo()
            """);
    }

    private String deviceIax(int registrar) {
        return """
            [general]
            bindaddr=%s
            bindport=%d
            register => dev:hush@%s:%d
            [guest]
            type=user
            context=public
            """.formatted(DEVICE, devicePort, ADDRESSES.get(registrar), ports.get(registrar));
    }
}
