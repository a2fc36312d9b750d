package org.asterism.outreg.sip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.outreg.sip.message.SipParser.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The torture messages of RFC 4475. */
class TortureTest {
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)\\*([^}]*)}");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    static List<Arguments> messages() throws IOException {
        List<Arguments> all = new ArrayList<>();
        table().forEach((title, bytes) -> {
            int blank = title.indexOf(' ');
            all.add(Arguments.of(title.substring(0, blank), title.substring(blank + 1), bytes));
        });
        return all;
    }

    private static Map<String, byte[]> table() throws IOException {
        Map<String, byte[]> table = new LinkedHashMap<>();
        try (InputStream in = TortureTest.class.getResourceAsStream("torture.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.substring(text.indexOf("\n=== ") + 1).split("(?m)^=== ")) {
                int lineEnd = block.indexOf('\n');
                if (lineEnd > 0) {
                    table.put(block.substring(0, lineEnd), bytes(block.substring(lineEnd + 1)));
                }
            }
        }
        return table;
    }

    private static byte[] bytes(String block) {
        String text = REPETITION
                .matcher(block)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))))
                .replace("\n", "\r\n");
        int bodyAt = text.indexOf("\r\n\r\n") + 4;
        byte[] body = encoded(text.substring(bodyAt));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(encoded(text.substring(0, bodyAt).replace("{length}", String.valueOf(body.length))));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] encoded(String text) {
        String latin = BYTE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] message(String name) throws IOException {
        return table().entrySet().stream()
                .filter(entry -> entry.getKey().contains("-" + name + " "))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static SipMessage parsed(String name) throws IOException {
        byte[] bytes = message(name);
        return SipParser.parseDatagram(bytes, bytes.length).message();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("messages")
    void shouldReadOrRefuseAsTheRfcSays(String name, String expectation, byte[] bytes) {
        if (expectation.equals("dropped")) {
            try {
                assertThat(SipParser.parseDatagram(bytes, bytes.length).problem())
                        .isNotNull();
            } catch (SipSyntaxException e) {
                assertThat(e).hasMessageContaining("status line");
            }
            return;
        }
        Parsed parsed = SipParser.parseDatagram(bytes, bytes.length);
        if (expectation.equals("valid")) {
            assertThat(parsed.problem()).as(name).isNull();
        } else {
            assertThat(parsed.problem()).as(name).isNotNull();
            assertThat(parsed.problem().status()).isEqualTo(Integer.parseInt(expectation));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("messages")
    void shouldReadWhatItWritesOfIt(String name, String expectation, byte[] bytes) {
        if (!expectation.equals("valid")) {
            return;
        }
        SipMessage first = SipParser.parseDatagram(bytes, bytes.length).message();
        byte[] written = first.encode();
        SipMessage again = SipParser.parseDatagram(written, written.length).message();

        assertThat(again.headers()).isEqualTo(first.headers());
        assertThat(again.startLine()).isEqualTo(first.startLine());
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void shouldSeeThroughBlanksFoldsAndShortForms() throws IOException {
        SipRequest invite = (SipRequest) parsed("wsinv");

        assertThat(invite.to().tag()).isEqualTo("1918181833n");
        assertThat(invite.from().displayName()).isEqualTo("J Rosenberg \\\"");
        assertThat(invite.from().tag()).isEqualTo("98asjd8");
        assertThat(invite.cseq()).isEqualTo(new CSeq(9, "INVITE"));
        assertThat(invite.values("Via").stream().map(Via::parse).map(Via::branch))
                .containsExactly("390skdjuw", "z9hG4bK9ikj8", "z9hG4bK30239");
        assertThat(invite.header("Subject")).isEmpty();
        assertThat(invite.header("NewFangledHeader")).isEqualTo("newfangled value continued newfangled value");
        NameAddress contact = invite.addresses("Contact").getFirst();
        assertThat(contact.displayName()).isEqualTo("Quoted string \"\"");
        assertThat(contact.parameters().get("q")).isEqualTo("0.33");
        assertThat(contact.parameters().has("secondparam")).isTrue();
    }

    @Test
    void shouldKeepUnusualCharacters() throws IOException {
        SipRequest request = (SipRequest) parsed("intmeth");

        assertThat(request.method()).isEqualTo("!interesting-Method0123456789_*+`.%indeed'~");
        assertThat(request.sipUri().host()).isEqualTo("example.com");
        assertThat(request.sipUri().user()).isEqualTo("1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*");
        assertThat(request.to().displayName()).isEqualTo("BEL:\u0007 NUL:\0 DEL:\u007f");
        assertThat(request.callId()).isEqualTo("intmeth.word%ZK-!.*_+'@word`~)(><:\\/\"][?}{");
    }

    @Test
    void shouldUnescapeOnlyWhatIsPartOfAUri() throws IOException {
        SipRequest invite = (SipRequest) parsed("esc01");
        assertThat(invite.sipUri().user()).isEqualTo("sips:user@example.com");
        assertThat(invite.sipUri().host()).isEqualTo("example.net");
        assertThat(invite.to().sipUri().user()).isEqualTo("user");
        assertThat(invite.from().sipUri().user()).isEqualTo("I have spaces");

        SipRequest other = (SipRequest) parsed("esc02");
        assertThat(other.method()).isEqualTo("RE%47IST%45R");
        assertThat(other.values("Contact")).hasSize(2);
    }

    @Test
    void shouldLeaveASecondMessageInADatagramOut() throws IOException {
        assertThat(parsed("dblreq").body()).isEmpty();
    }

    @Test
    void shouldTakeSemicolonsBeforeTheAtSignForTheUser() throws IOException {
        SipUri uri = ((SipRequest) parsed("semiuri")).sipUri();

        assertThat(uri.user()).isEqualTo("user;par=u@example.net");
        assertThat(uri.host()).isEqualTo("example.com");
        assertThat(uri.parameters().list()).isEmpty();
    }

    @Test
    void shouldTakeParametersWithoutBracketsForTheHeaders() throws IOException {
        NameAddress outside = parsed("cparam01").addresses("Contact").getFirst();
        NameAddress inside = parsed("cparam02").addresses("Contact").getFirst();

        assertThat(outside.parameters().has("unknownparam")).isTrue();
        assertThat(outside.sipUri().parameters().has("unknownparam")).isFalse();
        assertThat(inside.parameters().has("unknownparam")).isFalse();
        assertThat(inside.sipUri().parameters().has("unknownparam")).isTrue();
    }

    @Test
    void shouldDropWhatHasNoHeadersEnd() {
        byte[] bytes = "OPTIONS sip:a SIP/2.0\r\nVia: x\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThatExceptionOfType(SipSyntaxException.class)
                .isThrownBy(() -> SipParser.parseDatagram(bytes, bytes.length));
    }
}
