package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedHashTest {
    private static final byte[] BYTES = new byte[32];

    static {
        for (int i = 0; i < BYTES.length; i++) {
            BYTES[i] = (byte) i;
        }
    }

    /** Published vectors of SipHash-2-4: key 00 01 ... 0f, message 00 01 ... of each length; bytes in their order. */
    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({
        "0,  310e0edd47db6f72, a3817f04ba25a8e66df67214c7550293",
        "1,  fd67dc93c539f874, da87c1d86b99af44347659119b22fc45",
        "2,  5a4fa9d909806c0d, 8177228da4a45dc7fca38bdef60affe4",
        "7,  37d1018bf50002ab, a1f1ebbed8dbc153c0b84aa61ff08239",
        "8,  6224939a79f5f593, 3b62a9ba6258f5610f83e264f31497b4",
        "15, e545be4961ca29a1, 5493e99933b0a8117e08ec0f97cfc3d9",
    })
    void shouldBeSipHash(int length, String expected, String expectedWide) {
        KeyedHash keyed = new KeyedHash(BYTES);

        long hash = keyed.of(BYTES, length);
        byte[] wide = new byte[KeyedHash.WIDE_LENGTH];
        keyed.wide(BYTES, length, wide);

        assertThat(HexFormat.of().toHexDigits(Long.reverseBytes(hash))).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(wide)).isEqualTo(expectedWide);
    }

    @Test
    void shouldHaveAKeyForEachPurposeAndSecret() {
        byte[] secret = new byte[32];
        Set<Long> hashes = new HashSet<>();
        hashes.add(KeyedHash.of("tokens", secret).of(BYTES, 8));
        hashes.add(KeyedHash.of("challenges", secret).of(BYTES, 8));
        secret[31] = 1;
        hashes.add(KeyedHash.of("tokens", secret).of(BYTES, 8));

        assertThat(hashes).hasSize(3);
    }
}
