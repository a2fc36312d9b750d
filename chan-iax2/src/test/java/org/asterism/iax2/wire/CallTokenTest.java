package org.asterism.iax2.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.asterism.iax2.wire.CallToken.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTokenTest {
    private static final long LOW = 0x0000_FFFF_7F00_0001L;
    private static final int PORT = 4569;
    private static final long NOW = 1_795_252_741L;

    private final CallToken issuer = new CallToken(new byte[CallToken.SECRET_LENGTH]);
    private final Datagram room = Datagram.room(CallToken.MAX_LENGTH);

    @Test
    void shouldHaveAsterisksForm() {
        assertThat(issue(NOW)).hasSize(43).matches("1795252741\\?[0-9a-f]{32}");
        assertThat(room.isIntactAround()).isTrue();
    }

    @ParameterizedTest(name = "after {0} s: {1}")
    @CsvSource({"0, VALID", "9, VALID", "10, EXPIRED", "11, EXPIRED", "-1, EXPIRED"})
    void shouldExpire(long age, Verdict verdict) {
        assertThat(judge(issue(NOW), 0, LOW, PORT, NOW + age)).isEqualTo(verdict);
    }

    @Test
    void shouldBindToTheAddress() {
        String token = issue(NOW);

        assertThat(judge(token, 0, LOW + 1, PORT, NOW)).isEqualTo(Verdict.FORGED);
        assertThat(judge(token, 1, LOW, PORT, NOW)).isEqualTo(Verdict.FORGED);
        assertThat(judge(token, 0, LOW, PORT + 1, NOW)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void shouldNotBelieveAnotherBoot() {
        byte[] secret = new byte[CallToken.SECRET_LENGTH];
        secret[31] = 1;
        Datagram token = Datagram.of(issue(NOW).getBytes(US_ASCII));

        assertThat(new CallToken(secret).verify(0, LOW, PORT, NOW, 10, token.segment(), token.offset(), token.length()))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void shouldRefuseAnyChangedCharacter() {
        String token = issue(NOW);
        for (int i = 0; i < token.length(); i++) {
            char changed = (char) (token.charAt(i) ^ 1);
            String forged = token.substring(0, i) + changed + token.substring(i + 1);
            assertThat(judge(forged, 0, LOW, PORT, NOW)).as(forged).isNotEqualTo(Verdict.VALID);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "1795252741",
                "1795252741?",
                "?087f7aa8bd1264ca8ceca9b059d19966",
                "179525274x?087f7aa8bd1264ca8ceca9b059d19966",
                "-795252741?087f7aa8bd1264ca8ceca9b059d19966",
                "1795252741!087f7aa8bd1264ca8ceca9b059d19966",
                "1795252741?087f7aa8bd1264ca8ceca9b059d1996",
                "1795252741?087f7aa8bd1264ca8ceca9b059d19966a",
                "9999999999999999999?087f7aa8bd1264ca8ceca9b059d19966",
            })
    void shouldRecogniseWhatIsNoToken(String text) {
        assertThat(judge(text, 0, LOW, PORT, NOW)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void shouldNotBelieveAnothersTokenOrUpperCase() {
        assertThat(judge("1795252741?087f7aa8bd1264ca8ceca9b059d19966", 0, LOW, PORT, NOW))
                .isEqualTo(Verdict.FORGED);
        String token = issue(NOW);
        assertThat(judge("1795252741?" + token.substring(11).toUpperCase(Locale.ROOT), 0, LOW, PORT, NOW))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void shouldNotBelieveLeadingZeros() {
        assertThat(judge("0" + issue(NOW), 0, LOW, PORT, NOW)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void shouldWorkAtTheBeginningOfTime() {
        assertThat(issue(0)).startsWith("0?");
        assertThat(judge(issue(0), 0, LOW, PORT, 9)).isEqualTo(Verdict.VALID);
    }

    @Test
    void shouldNeedAWholeSecret() {
        assertThatThrownBy(() -> new CallToken(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    private String issue(long now) {
        int length = issuer.issue(0, LOW, PORT, now, room.segment(), room.offset());
        return new String(room.first(length).bytes(), US_ASCII);
    }

    private Verdict judge(String text, long high, long low, int port, long now) {
        Datagram token = Datagram.of(text.getBytes(US_ASCII));
        return issuer.verify(high, low, port, now, 10, token.segment(), token.offset(), token.length());
    }
}
