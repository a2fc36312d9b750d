package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameKindTest {
    @ParameterizedTest(name = "{0} is of kind {1}")
    @CsvSource({
        "'', 0",
        "80, 0",
        "8001, 0",
        "800100, 0",
        "0001 00, 0",
        "8001 0065 00000005 00 01 06, 0",
        "8001 0065 00000005 00 01 06 03, 1",
        "ffff ffff ffffffff ff ff ff ff ff, 1",
        "0001 0000, 2",
        "7fff ffff 00, 2",
        "0000 8001, 0",
        "0000 8001 00, 0",
        "0000 8001 0000, 3",
        "0000 ffff ffff 01, 3",
        "0000 0100, 0",
        "0000 0100 000000, 0",
        "0000 0100 00000000, 4",
        "0000 0101 00000000, 4",
        "0000 0102 00000000, 5",
        "0000 0000, 5",
        "0000 0200 00000000, 5",
        "0000 7fff 00000000, 5",
    })
    void shouldTellKindFromFirstBytes(String hex, int kind) {
        Datagram datagram = Datagram.ofHex(hex);

        assertThat(FrameKind.of(datagram.segment(), datagram.offset(), datagram.length()))
                .isEqualTo(kind);
    }
}
