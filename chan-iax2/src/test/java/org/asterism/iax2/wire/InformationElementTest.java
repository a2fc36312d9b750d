package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.asterism.iax2.wire.InformationElement.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InformationElementTest {
    /** Numbers of RFC 5456 section 8.6 and of Asterisk's iax2 header, with the sizes their data must have. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "1, CALLED_NUMBER, TEXT",
        "2, CALLING_NUMBER, TEXT",
        "3, CALLING_ANI, TEXT",
        "4, CALLING_NAME, TEXT",
        "5, CALLED_CONTEXT, TEXT",
        "6, USERNAME, TEXT",
        "7, PASSWORD, TEXT",
        "8, CAPABILITY, U32",
        "9, FORMAT, U32",
        "10, LANGUAGE, TEXT",
        "11, VERSION, U16",
        "12, ADSICPE, U16",
        "13, DNID, TEXT",
        "14, AUTH_METHODS, U16",
        "15, CHALLENGE, TEXT",
        "16, MD5_RESULT, TEXT",
        "17, RSA_RESULT, TEXT",
        "18, APPARENT_ADDRESS, ADDRESS",
        "19, REFRESH, U16",
        "20, DIALPLAN_STATUS, U16",
        "21, CALL_NUMBER, U16",
        "22, CAUSE, TEXT",
        "23, UNKNOWN_COMMAND, U8",
        "24, MESSAGE_COUNT, U16",
        "25, AUTO_ANSWER, FLAG",
        "26, MUSIC_ON_HOLD, TEXT",
        "27, TRANSFER_ID, U32",
        "28, REDIRECTING_NUMBER, TEXT",
        "29, PROVISIONING, NESTED",
        "30, AES_PROVISIONING, RAW",
        "31, DATE_TIME, U32",
        "32, DEVICE_TYPE, TEXT",
        "33, SERVICE_IDENT, TEXT",
        "34, FIRMWARE_VERSION, U16",
        "35, FIRMWARE_BLOCK, U32",
        "36, FIRMWARE_DATA, RAW",
        "37, PROVISIONING_VERSION, U32",
        "38, CALLING_PRESENTATION, U8",
        "39, CALLING_TYPE_OF_NUMBER, U8",
        "40, CALLING_TRANSIT_NETWORK, U16",
        "41, SAMPLING_RATE, U16",
        "42, CAUSE_CODE, U8",
        "43, ENCRYPTION, U16",
        "44, ENCRYPTION_KEY, RAW",
        "45, CODEC_PREFERENCES, TEXT",
        "46, RR_JITTER, U32",
        "47, RR_LOSS, U32",
        "48, RR_PACKETS, U32",
        "49, RR_DELAY, U16",
        "50, RR_DROPPED, U32",
        "51, RR_OUT_OF_ORDER, U32",
        "52, VARIABLE, TEXT",
        "53, OSP_TOKEN, RAW",
        "54, CALL_TOKEN, RAW",
        "55, CAPABILITY2, VERSIONED_U64",
        "56, FORMAT2, VERSIONED_U64",
        "57, CALLING_ANI2, U32",
    })
    void shouldHaveItsNumberAndEncoding(int number, InformationElement element, Encoding encoding) {
        assertThat(InformationElement.of(number)).isEqualTo(element);
        assertThat(element.number()).isEqualTo(number);
        assertThat(element.encoding()).isEqualTo(encoding);
    }

    @Test
    void shouldBeAllOfThem() {
        assertThat(Arrays.stream(InformationElement.values()).mapToInt(InformationElement::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 57).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 58, 63, 64, 255})
    void shouldNotKnowOthers(int number) {
        assertThat(InformationElement.of(number)).isNull();
    }
}
