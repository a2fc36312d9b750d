package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.asterism.core.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCipherTest {
    private final FrameCipher cipher = new FrameCipher();
    private final SplittableRandom random = new SplittableRandom(7);
    private final FrameKey key = new FrameKey(Md5Response.digest("535819714", "pass"));

    /** Sent by Asterisk 22 in a call whose challenge was 535819714 and whose secret is "pass". */
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "b65803850560248a8f7b9fcf4ccd884e260e2d528bcc4287ed1e38c41cb912b4ebd2ab54742dde60f0d32d3a38079f1ba8a6c9fd,"
                + "b65803850000025a010206070904000000043809000000000000000004",
        "b6580385138f3391974f30ee3a5eccc37d3131b5d89321106b2e52e8e3416ae478fa65c1, b65803850000025d02020404",
        "b6580385ea4e6ca3e49f2754d4302050abaf73b47bde2353e49db9cc19bc837cdec5fe8f, b658038500000260030204ff",
        "b65803857a03ab794ecda85991f1dc884b70a99a334783dbb6e5487637f6079a3e2bfee0, b65803850000001e03030604",
    })
    void shouldDecryptFramesOfAsterisk(String encrypted, String plain) {
        assertThat(decrypt(Datagram.ofHex(encrypted)).hex()).isEqualTo(plain);
    }

    @Test
    void shouldDeriveTheKeyFromChallengeAndSecret() {
        assertThat(HexFormat.of().formatHex(Md5Response.digest("535819714", "pass")))
                .isEqualTo("22c6ef756ec62197dd0a144ceda237c2");
    }

    /** Lengths as seen from Asterisk: padding of 24, 30 and 24 bytes. */
    @ParameterizedTest(name = "a frame of {0} bytes becomes {1}")
    @CsvSource({"8001, 12, 36", "0001, 164, 194", "8001, 172, 196", "8001, 4096, 4116", "0001, 4, 34"})
    void shouldGrowAsInAsterisk(String firstBytes, int length, int grown) {
        byte[] bytes = new byte[length];
        byte[] first = HexFormat.of().parseHex(firstBytes);
        System.arraycopy(first, 0, bytes, 0, first.length);

        assertThat(encrypt(Datagram.of(bytes)).length()).isEqualTo(grown);
    }

    @Test
    void shouldReadBackWhatItWrote() {
        long seed = Seed.get();
        SplittableRandom lengths = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[lengths.nextInt(FullFrame.HEADER_LENGTH, 400)];
            lengths.nextBytes(bytes);
            Datagram plain = Datagram.of(bytes);
            Datagram encrypted = encrypt(plain);

            assertThat(encrypted.length()).isLessThanOrEqualTo(plain.length() + FrameCipher.MAX_OVERHEAD);
            assertThat(encrypted.first(2).hex()).isEqualTo(plain.first(2).hex());
            assertThat(decrypt(encrypted).hex()).as("seed %d", seed).isEqualTo(plain.hex());
        }
    }

    @Test
    void shouldWorkInPlace() {
        Datagram room = Datagram.room(FullFrame.HEADER_LENGTH + FrameCipher.MAX_OVERHEAD);
        room.full()
                .sourceCall(1)
                .destinationCall(2)
                .timestamp(3)
                .oseqno(4)
                .iseqno(5)
                .command(IaxCommand.ACK);
        String before = room.first(FullFrame.HEADER_LENGTH).hex();

        int length = cipher.encrypt(
                key, room.segment(), room.offset(), FullFrame.HEADER_LENGTH, random, room.segment(), room.offset());
        assertThat(room.first(length).hex()).startsWith("80010002").isNotEqualTo(before);

        assertThat(cipher.decrypt(key, room.segment(), room.offset(), length, room.segment(), room.offset()))
                .isEqualTo(FullFrame.HEADER_LENGTH);
        assertThat(room.first(FullFrame.HEADER_LENGTH).hex()).isEqualTo(before);
        assertThat(room.isIntactAround()).isTrue();
    }

    @Test
    void shouldPadDifferentlyEachTime() {
        Datagram ack = Datagram.ofHex("800100020000000304050604");

        assertThat(encrypt(ack).hex()).isNotEqualTo(encrypt(ack).hex());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 11, 12, 19, 20, 27, 28, 35, 37, 51, 4128})
    void shouldRefuseLengthsNoEncryptedFullFrameHas(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0x80);
        Datagram datagram = Datagram.of(bytes);
        Datagram target = Datagram.room(length);

        assertThat(cipher.decrypt(
                        key, datagram.segment(), datagram.offset(), length, target.segment(), target.offset()))
                .isEqualTo(-1);
        assertThat(target.isIntactAround()).isTrue();
    }

    @Test
    void shouldNeverGiveLessThanAHeader() {
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[36];
            random.nextBytes(bytes);
            Datagram datagram = Datagram.of(bytes);
            int length = cipher.decrypt(
                    key, datagram.segment(), datagram.offset(), 36, datagram.segment(), datagram.offset());
            boolean full = bytes[0] < 0;
            assertThat(length == -1 || length >= (full ? FullFrame.HEADER_LENGTH : MiniFrame.HEADER_LENGTH))
                    .isTrue();
        }
    }

    @Test
    void shouldNeedAWholeKey() {
        assertThatThrownBy(() -> new FrameKey(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    private Datagram encrypt(Datagram plain) {
        Datagram room = Datagram.room(plain.length() + FrameCipher.MAX_OVERHEAD);
        int length = cipher.encrypt(
                key, plain.segment(), plain.offset(), plain.length(), random, room.segment(), room.offset());
        assertThat(room.isIntactAround()).isTrue();
        return room.first(length);
    }

    private Datagram decrypt(Datagram encrypted) {
        Datagram room = Datagram.room(encrypted.length());
        int length = cipher.decrypt(
                key, encrypted.segment(), encrypted.offset(), encrypted.length(), room.segment(), room.offset());
        assertThat(length).isPositive();
        return room.first(length);
    }
}
