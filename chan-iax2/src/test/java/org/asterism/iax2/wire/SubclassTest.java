package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubclassTest {
    @ParameterizedTest(name = "{0} is sent as {1}")
    @CsvSource({
        "0, 0x00",
        "4, 0x04",
        "127, 0x7f",
        "128, 0x87",
        "0x8000, 0x8f",
        "0x800000, 0x97",
        "0x400000000, 0xa2",
        "0x4000000000000000, 0xbe",
        "-9223372036854775808, 0xbf",
        "-1, 0xff",
    })
    void shouldCompressAndExpand(long value, int raw) {
        assertThat(Subclass.compress(value)).isEqualTo(raw);
        assertThat(Subclass.expand(raw)).isEqualTo(value);
        assertThat(Subclass.isCompressible(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {129, 0xC0, 0x40004, -2, Long.MAX_VALUE})
    void shouldRefuseWhatHasNoWireForm(long value) {
        assertThat(Subclass.isCompressible(value)).isFalse();
        assertThatThrownBy(() -> Subclass.compress(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Long.toString(value));
    }

    @Test
    void shouldIgnoreTheBitNextToTheExponent() {
        assertThat(Subclass.expand(0xD2)).isEqualTo(1L << 18);
    }

    static LongStream codecBits() {
        return IntStream.range(0, Long.SIZE).mapToLong(bit -> 1L << bit);
    }

    @ParameterizedTest
    @MethodSource("codecBits")
    void shouldCarryEveryCodecBit(long bit) {
        assertThat(Subclass.expand(Subclass.compress(bit))).isEqualTo(bit);
    }
}
