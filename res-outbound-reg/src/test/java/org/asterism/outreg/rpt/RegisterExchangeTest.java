package org.asterism.outreg.rpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterExchangeTest {
    @Test
    void requestNamesNodePasswordAndPort() {
        HttpRegisterLine line = HttpRegisterLine.parse("63001:Very\"Secret@register.example.org", "f:1");
        assertThat(new String(RegisterExchange.request(line, 4569), StandardCharsets.UTF_8))
                .isEqualTo("{\"port\":4569,\"data\":{\"nodes\":{\"63001\":"
                        + "{\"node\":\"63001\",\"passwd\":\"Very\\\"Secret\",\"remote\":0}}}}");
        assertThat(new String(RegisterExchange.request(line, 0), StandardCharsets.UTF_8))
                .startsWith("{\"data\":");
    }

    @Test
    void replyTellsWhereWeAreSeen() throws IOException {
        RegisterExchange.Reply reply = RegisterExchange.reply(utf8("""
            {"ipaddr":"192.0.2.171","port":4569,"refresh":179,"extra":{"a":[1,{"data":"successfully registered"}]},
             "data":["63001 successfully registered @ 192.0.2.171"]}\
            """));
        assertThat(reply)
                .isEqualTo(new RegisterExchange.Reply(
                        true, "192.0.2.171", 4569, 179, "63001 successfully registered @ 192.0.2.171"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":\"63001 successfully registered\"}         | true  | 63001 successfully registered",
                "{\"data\":{\"63001\":{\"a\":\"bad password\"}}}      | false | bad password",
                "{\"data\":[\"63001\",\"not found\\u001b[31m\"]}      | false | 63001; not found?[31m",
                "{\"ipaddr\":null,\"port\":\"x\",\"data\":null}       | false | ''",
                "{}                                                   | false | ''",
            })
    void dataMayHaveAnyForm(String body, boolean registered, String text) throws IOException {
        RegisterExchange.Reply reply = RegisterExchange.reply(utf8(body));
        assertThat(reply.registered()).isEqualTo(registered);
        assertThat(reply.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"data\":[\"x\"", "{\"data\":", "null", "{\"ipaddr\":}"})
    void whatIsNoJsonIsRefused(String body) {
        assertThatThrownBy(() -> RegisterExchange.reply(utf8(body))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63001:VerySecret@register.example.org  | https://register.example.org/  | 443",
                "63001:Very@Secret@register.example.org | https://register.example.org/  | 443",
                "63001:VerySecret@127.0.0.1:8443        | https://127.0.0.1:8443/        | 8443",
                "63001:VerySecret@[::1]:8443            | https://[::1]:8443/            | 8443",
                "63001:VerySecret@http://h.example/x    | http://h.example/x             | 80",
            })
    void linesAreRead(String text, String url, int port) {
        HttpRegisterLine line = HttpRegisterLine.parse(text, "f:1");
        assertThat(line.server()).hasToString(url);
        assertThat(line.port()).isEqualTo(port);
        assertThat(line.toString()).doesNotContain("Secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "63001",
                "63001@h",
                ":s@h",
                "63001:s@",
                "63001:s@ftp://h",
                "63001:s@h:99999",
                "63001:s@h h",
                "h@n:s"
            })
    void linesOfAnotherFormAreRefusedWithTheirPlace(String text) {
        assertThatThrownBy(() -> HttpRegisterLine.parse(text, "rpt_http_registrations.conf:3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("node:secret@host[:port] at rpt_http_registrations.conf:3");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
