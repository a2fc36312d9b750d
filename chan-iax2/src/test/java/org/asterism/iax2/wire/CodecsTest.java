package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecsTest {
    /** Bit, name and preference letter as Asterisk 22 assigns them. */
    @ParameterizedTest(name = "{1} is bit {0}, letter {2}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0, g723, B",
                "1, gsm, C",
                "2, ulaw, D",
                "3, alaw, E",
                "4, g726aal2, N",
                "5, adpcm, G",
                "6, slin, H",
                "7, lpc10, I",
                "8, g729, J",
                "9, speex, K",
                "10, ilbc, M",
                "11, g726, F",
                "12, g722, O",
                "13, siren7, Z",
                "14, siren14, [",
                "15, slin16, P",
                "16, jpeg, Q",
                "17, png, R",
                "18, h261, S",
                "19, h263, T",
                "20, h263p, U",
                "21, h264, V",
                "22, mpeg4, W",
                "23, vp8, g",
                "26, red, X",
                "27, t140, Y",
                "32, g719, ]",
                "33, speex16, L",
                "34, opus, f",
            })
    void shouldHaveItsPlaces(int bit, String name, String letter) {
        IaxCodec codec = IaxCodec.of(name);

        assertThat(codec).isNotNull().isEqualTo(IaxCodec.of(1L << bit));
        assertThat(CodecPreferences.decode(letter)).containsExactly(codec);
        assertThat(CodecPreferences.encode(List.of(codec))).isEqualTo(letter);
        assertThat(Codecs.name(1L << bit)).isEqualTo(name);
    }

    @ParameterizedTest(name = "{1} ms of {0} are {2} bytes, {3} samples")
    @CsvSource({
        "ULAW, 20, 160, 160",
        "ALAW, 30, 240, 240",
        "GSM, 20, 33, 160",
        "ADPCM, 20, 80, 160",
        "G726, 20, 80, 160",
        "G726AAL2, 20, 80, 160",
        "SLIN, 20, 320, 160",
        "SLIN16, 20, 640, 320",
        "G729, 20, 20, 160",
        "ILBC, 30, 50, 240",
        "G722, 20, 160, 320",
        "SIREN7, 20, 80, 320",
        "SIREN14, 20, 120, 640",
        "G719, 20, 160, 960",
    })
    void shouldRelateBytesSamplesAndTime(IaxCodec codec, int ms, int bytes, int samples) {
        assertThat(codec.isFixedRate()).isTrue();
        assertThat(codec.bytesFor(ms)).isEqualTo(bytes);
        assertThat(codec.samplesIn(bytes)).isEqualTo(samples);
        assertThat(codec.durationMs(bytes)).isEqualTo(ms);
        assertThat(codec.samplesIn(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"G723", "LPC10", "SPEEX", "SPEEX16", "OPUS", "H264", "T140"})
    void shouldNotPretendToKnowVariableRates(IaxCodec codec) {
        assertThat(codec.isFixedRate()).isFalse();
        assertThat(codec.bytesFor(20)).isEqualTo(-1);
        assertThat(codec.samplesIn(24)).isEqualTo(-1);
        assertThat(codec.durationMs(24)).isEqualTo(-1);
    }

    @Test
    void shouldChooseByAsterisksFixedOrder() {
        long joint = Codecs.AUDIO;
        StringBuilder order = new StringBuilder();
        while (Codecs.bestOf(joint) != 0) {
            order.append(Codecs.name(Codecs.bestOf(joint))).append(' ');
            joint &= ~Codecs.bestOf(joint);
        }

        assertThat(order)
                .hasToString("ulaw alaw g719 siren14 siren7 g722 slin16 slin g726 g726aal2 adpcm gsm ilbc speex16 "
                        + "speex opus lpc10 g729 g723 ");
        assertThat(joint).isZero();
        assertThat(Codecs.bestOf(Codecs.VIDEO)).isZero();
    }

    @Test
    void shouldChooseTheFirstCommonOne() {
        List<IaxCodec> order = List.of(IaxCodec.H264, IaxCodec.GSM, IaxCodec.ALAW, IaxCodec.ULAW);

        assertThat(Codecs.firstOf(order, IaxCodec.ULAW.bit() | IaxCodec.ALAW.bit() | IaxCodec.H264.bit()))
                .isEqualTo(IaxCodec.ALAW.bit());
        assertThat(Codecs.firstOf(order, IaxCodec.H264.bit())).isZero();
        assertThat(Codecs.maskOf(order)).isEqualTo(0x20000EL);
    }

    @Test
    void shouldReadAsterisksPreferences() {
        List<IaxCodec> order = CodecPreferences.decode("HDE[ZOPFNGCMKJB");

        assertThat(Codecs.names(order))
                .isEqualTo("(slin|ulaw|alaw|siren14|siren7|g722|slin16|g726|g726aal2|adpcm|gsm|ilbc|speex|g729|g723)");
        assertThat(CodecPreferences.encode(order)).isEqualTo("HDE[ZOPFNGCMKJB");
    }

    @Test
    void shouldSkipPreferencesItDoesNotKnow() {
        assertThat(CodecPreferences.decode("D\\aE!\u00e9A\u0000DC"))
                .containsExactly(IaxCodec.ULAW, IaxCodec.ALAW, IaxCodec.GSM);
        assertThat(CodecPreferences.decode("")).isEmpty();
        assertThat(CodecPreferences.decode("\\".repeat(32) + "D")).isEmpty();
    }

    @Test
    void shouldSendNoMorePreferencesThanPeersHaveRoomFor() {
        List<IaxCodec> many = Collections.nCopies(40, IaxCodec.ULAW);

        assertThat(CodecPreferences.encode(many)).isEqualTo("D".repeat(31));
    }

    @Test
    void shouldPrintMasks() {
        assertThat(Codecs.names(0xCL)).isEqualTo("(ulaw|alaw)");
        assertThat(Codecs.names(0L)).isEqualTo("(nothing)");
        assertThat(Codecs.names(List.of())).isEqualTo("()");
        assertThat(Codecs.name(0xC)).isEqualTo("Unknown");
        assertThat(Codecs.name(0)).isEqualTo("Unknown");
        assertThat(Codecs.name(1L << 47)).isEqualTo("Unknown");
        assertThat(IaxCodec.of("nope")).isNull();
    }
}
