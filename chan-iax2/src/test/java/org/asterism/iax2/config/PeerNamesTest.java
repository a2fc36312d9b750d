package org.asterism.iax2.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.asterism.core.config.ConfigException;
import org.asterism.core.testing.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeerNamesTest {
    private static final int IN_FRONT = 7;

    @Test
    void shouldFindEveryPeerAsItsNameDoes() throws ConfigException {
        long seed = Seed.get();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append('[').append(name(random)).append("]\ntype=peer\nhost=dynamic\n");
        }
        IaxConfiguration configuration = IaxConfigurationReader.ofText(text.toString());

        for (Peer peer : configuration.peers()) {
            assertThat(find(configuration, peer.name())).as("seed %d", seed).isSameAs(peer);
        }
        for (int i = 0; i < 3000; i++) {
            String name = name(random);
            assertThat(find(configuration, name)).as("seed %d, %s", seed, name).isSameAs(configuration.peer(name));
        }
    }

    @Test
    void shouldFindNobodyWhereNobodyIs() throws ConfigException {
        IaxConfiguration nobody = IaxConfigurationReader.ofText("[general]\n");
        IaxConfiguration alice = IaxConfigurationReader.ofText("[alice]\ntype=peer\n");

        assertThat(find(nobody, "alice")).isNull();
        assertThat(find(alice, "")).isNull();
        assertThat(find(alice, "alic")).isNull();
        assertThat(find(alice, "alicee")).isNull();
        assertThat(find(alice, "Alice")).isNull();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder("u");
        for (int i = random.nextInt(4); i >= 0; i--) {
            name.append("abcé9".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private static @Nullable Peer find(IaxConfiguration configuration, String name) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            MemorySegment memory = arena.allocate(IN_FRONT + bytes.length);
            MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, IN_FRONT, bytes.length);
            return configuration.peer(memory, IN_FRONT, bytes.length);
        }
    }
}
