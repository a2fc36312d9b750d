package org.asterism.outreg.sip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipUriTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:example.org",
                "sip:alice@example.org:5070;transport=tcp;lr",
                "sips:alice:secret@[2001:db8::1]:5061?Subject=hi&to=b",
                "sip:+15551234;phone-context=x@example.org;user=phone",
                "sip:a%20b@example.org"
            })
    void shouldWriteWhatItReads(String text) {
        assertThat(SipUri.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sip:",
                "tel:+15551234",
                "example.org",
                "sip:@example.org",
                "sip:a@",
                "sip:a@b@",
                "sip:example.org:99999",
                "sip:example.org:x",
                "sip:a b@example.org",
                "sip:[2001:db8::1",
                "sip:[gg]",
                "sip:a%2@example.org",
                "<sip:example.org>",
                "sip:ex ample.org"
            })
    void shouldRefuseWhatIsNone(String text) {
        assertThatExceptionOfType(SipSyntaxException.class).isThrownBy(() -> SipUri.parse(text));
    }

    /** The examples of RFC 3261 section 19.1.4, among others. */
    @ParameterizedTest
    @CsvSource({
        "true,sip:%61lice@atlanta.com;transport=TCP,sip:alice@AtLanTa.CoM;Transport=tcp",
        "true,sip:carol@chicago.com,sip:carol@chicago.com;newparam=5",
        "true,sip:carol@chicago.com;security=on,sip:carol@chicago.com;newparam=5",
        "true,sip:biloxi.com;transport=tcp;method=REGISTER,sip:biloxi.com;method=REGISTER;transport=tcp",
        "false,SIP:ALICE@AtLanTa.CoM;Transport=udp,sip:alice@AtLanTa.CoM;Transport=UDP",
        "false,sip:bob@biloxi.com,sip:bob@biloxi.com:5060",
        "false,sip:bob@biloxi.com,sip:bob@biloxi.com;transport=udp",
        "false,sip:bob@biloxi.com,sip:bob@biloxi.com:6000;transport=tcp",
        "false,sip:carol@chicago.com;security=on,sip:carol@chicago.com;security=off",
        "false,sip:a@x,sips:a@x"
    })
    void shouldCompareAsTheRfcDoes(boolean equal, String one, String other) {
        assertThat(SipUri.parse(one).matches(SipUri.parse(other))).isEqualTo(equal);
        assertThat(SipUri.parse(other).matches(SipUri.parse(one))).isEqualTo(equal);
    }

    @Test
    void shouldEscapeWhatItIsMadeOf() {
        SipUri uri = SipUri.of("ali ce@x", HostPort.parse("example.org:5080")).with("line", "a;b");

        assertThat(uri).hasToString("sip:ali%20ce%40x@example.org:5080;line=a%3Bb");
        assertThat(uri.user()).isEqualTo("ali ce@x");
        assertThat(uri.parameter("LINE")).isEqualTo("a;b");
        assertThat(SipUri.parse(uri.toString())).isEqualTo(uri);
    }
}
