package org.asterism.apps.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.DigitTimeouts;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.testing.DialplanFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionsTest {
    private static final String BETWEEN = " => ";

    private final DialplanFixture fixture = new DialplanFixture("""
        [c]
        exten => 1,1,NoOp
        exten => 1,5(lab),NoOp
        exten => 100,hint,Custom:desk
        exten => 101,hint,Nosuch/x&Custom:desk
        [default]
        exten => 9,hint,Nosuch/x
        """);

    @BeforeAll
    void loadModules() {
        Stream.<LoadableModule>of(
                        new Base64Module(),
                        new CallerIdModule(),
                        new ChannelModule(),
                        new CutModule(),
                        new DbModule(),
                        new DevStateModule(),
                        new DialplanModule(),
                        new EnvModule(),
                        new ExtStateModule(),
                        new GlobalModule(),
                        new GroupCountModule(),
                        new LogicModule(),
                        new MathModule(),
                        new Md5Module(),
                        new RandModule(),
                        new Sha1Module(),
                        new StringsModule(),
                        new TimeoutModule(),
                        new UriModule(),
                        new VersionModule())
                .forEach(fixture::with);
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @MethodSource
    void shouldGiveWhatAsteriskGives(String text, String result) {
        Channel channel = channel();
        set(channel, "V", "abcdef");
        set(channel, "LST", "a-b-c");
        set(channel, "N", "V");
        set(channel, "ONE", "1");
        set(channel, "STR", "abc");
        assertThat(fixture.dialplan().substitute(channel, text)).isEqualTo(result);
        channel.hangup(16);
    }

    static Stream<Arguments> shouldGiveWhatAsteriskGives() throws IOException {
        try (InputStream in = Objects.requireNonNull(FunctionsTest.class.getResourceAsStream("functions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("# "))
                            .map(line -> {
                                int at = line.lastIndexOf(BETWEEN);
                                return Arguments.of(line.substring(0, at), line.substring(at + BETWEEN.length()));
                            })
                            .toList()
                            .stream();
        }
    }

    @Test
    void shouldChangeVariables() {
        Channel channel = channel();
        set(channel, "CNT", "5");
        set(channel, "LST", "p,q,r");
        assertThat(read(channel, "${INC(CNT)}${CNT}${DEC(CNT)}${CNT}${INC(UNSET)}${UNSET}"))
                .isEqualTo("6655");
        assertThat(read(channel, "${SET(Q= 5 )}|${Q}")).isEqualTo("5|5");
        assertThat(read(channel, "${POP(LST)} ${LST} ${SHIFT(LST)} ${LST}")).isEqualTo("r p,q p q");
        set(channel, "PUSH(LST)", "z");
        set(channel, "UNSHIFT(LST)", "a");
        set(channel, "PUSH(NEW,-)", "n");
        assertThat(read(channel, "${LST} ${NEW}")).isEqualTo("a,q,z n");
        set(channel, "ARRAY(x,y,z)", "1,2");
        assertThat(read(channel, "${x}${y}${z}")).isEqualTo("12");
        set(channel, "HASH(h,k)", "hv");
        set(channel, "HASH(h,l)", "lv");
        assertThat(read(channel, "${HASH(h,k)} ${HASHKEYS(h)} ${HASH(h)}")).isEqualTo("hv k,l hv,lv");
        assertThat(read(channel, "${CLEARHASH(h)}${HASHKEYS(h)}")).isEmpty();
        set(channel, "GLOBAL(NG)", "5");
        assertThat(read(channel, "${NG}${GLOBAL(NG)}")).isEqualTo("55");
        set(channel, "SHARED(v)", "sh");
        Channel other = channel();
        assertThat(read(other, "${SHARED(v)}|${SHARED(v," + channel + ")}|${IMPORT(" + channel + ",CNT)}"))
                .isEqualTo("|sh|5");
        channel.hangup(16);
        other.hangup(16);
    }

    @Test
    void shouldTellOfTheCaller() {
        Channel channel = channel();
        channel.callerId(CallerId.of("Al Ice", "123").withDnid("600"));
        assertThat(read(channel, "${CALLERID(all)}|${CALLERID(num)}|${CALLERID(NAME)}|${CALLERID(dnid)}"))
                .isEqualTo("\"Al Ice\" <123>|123|Al Ice|600");
        set(channel, "CALLERID(all)", "Joe <55>");
        assertThat(read(channel, "${CALLERID(all)}|${CALLERID(pres)}")).isEqualTo("\"Joe\" <55>|allowed_not_screened");
        set(channel, "CALLERID(num)", "");
        set(channel, "CALLERID(pres)", "prohib");
        assertThat(read(channel, "${CALLERID(all)}|${CALLERID(num-pres)}|${CALLERID(nosuch)}"))
                .isEqualTo("\"Joe\" <>|prohib|");
        set(channel, "CONNECTEDLINE(num)", "77");
        assertThat(read(channel, "${CONNECTEDLINE(all)}")).isEqualTo("\"\" <77>");
        channel.hangup(16);
    }

    @Test
    void shouldTellOfTheChannel() {
        Channel channel = channel();
        channel.callIdentifier("C-00000001");
        set(channel, "CHANNEL(language)", "de");
        set(channel, "CHANNEL(accountcode)", "acc");
        assertThat(read(
                        channel,
                        "${CHANNEL(language)} ${CHANNEL(accountcode)} ${CHANNEL(channeltype)} ${CHANNEL(state)}"))
                .isEqualTo("de acc Memory Ring");
        assertThat(read(channel, "${CHANNEL(callid)} ${CHANNEL(audionativeformat)} ${CHANNEL(nosuch)}"))
                .isEqualTo("[C-00000001] (ulaw) ");
        assertThat(read(channel, "${CHANNEL_EXISTS(${CHANNEL})}${CHANNEL_EXISTS(nosuch)} ${CHANNELS(^Nosuch)}"))
                .isEqualTo("10 ");
        channel.hangup(16);
    }

    @Test
    void shouldKeepTimeouts() {
        Channel channel = channel();
        assertThat(read(channel, "${TIMEOUT(absolute)} ${TIMEOUT(digit)} ${TIMEOUT(response)}"))
                .isEqualTo("0 5.000 10.000");
        set(channel, "TIMEOUT(digit)", "2");
        set(channel, "TIMEOUT(response)", "3.5");
        set(channel, "TIMEOUT(absolute)", "60");
        assertThat(read(channel, "${TIMEOUT(digit)} ${TIMEOUT(response)} ${TIMEOUT(nosuch)}"))
                .isEqualTo("2.000 3.500 ");
        assertThat(DigitTimeouts.of(channel).digitMs()).isEqualTo(2_000);
        assertThat(channel.absoluteTimeoutLeft()).isBetween(1L, 60_000L);
        channel.hangup(16);
    }

    @Test
    void shouldReachTheDatabase() {
        Channel channel = channel();
        set(channel, "DB(fam/key)", "dbv");
        set(channel, "DB(fam/tree/a)", "1");
        assertThat(read(channel, "${DB(fam/key)} ${DB_RESULT} ${DB_EXISTS(fam/key)} ${DB_EXISTS(fam/no)}"))
                .isEqualTo("dbv dbv 1 0");
        assertThat(read(channel, "${DB_KEYS(fam)} ${DB_KEYCOUNT(fam)} ${DB_DELETE(fam/key)}${DB(fam/key)}${DB(fam)}"))
                .isEqualTo("key,tree 2 dbv");
        channel.hangup(16);
    }

    @Test
    void shouldTellOfDevicesAndExtensions() {
        Channel channel = channel();
        channel.position(new DialplanPosition("c", "1", 1));
        set(channel, "DEVICE_STATE(Custom:desk)", "INUSE");
        assertThat(read(channel, "${DEVICE_STATE(Custom:desk)} ${DEVICE_STATE(Nosuch/x)} ${HINT(100@c)}|${HINT(x)}"))
                .isEqualTo("INUSE INVALID Custom:desk|");
        assertThat(read(channel, "${EXTENSION_STATE(100@c)} ${EXTENSION_STATE(101@c)} ${EXTENSION_STATE(9)}"))
                .isEqualTo("INUSE INUSE UNAVAILABLE");
        assertThat(read(channel, "${EXTENSION_STATE(none)}")).isEqualTo("UNKNOWN");
        assertThat(fixture.console("devstate change Custom:desk busy")).containsExactly("Changing Custom:desk to BUSY");
        assertThat(read(channel, "${EXTENSION_STATE(100@c)}")).isEqualTo("BUSY");
        assertThat(read(channel, "${DIALPLAN_EXISTS(c)}${DIALPLAN_EXISTS(c,1)}${DIALPLAN_EXISTS(c,1,2)}"))
                .isEqualTo("110");
        assertThat(read(channel, "${DIALPLAN_EXISTS(c,1,lab)}${VALID_EXTEN(1)}${VALID_EXTEN(,1)}${VALID_EXTEN(c,2)}"))
                .isEqualTo("1110");
        channel.hangup(16);
    }

    @Test
    void shouldCountGroups() {
        Channel channel = channel();
        Channel other = channel();
        set(channel, "GROUP()", "g1");
        set(channel, "GROUP(cat)", "g2");
        set(other, "GROUP(cat)", "g3");
        assertThat(read(channel, "${GROUP()} ${GROUP_COUNT()} ${GROUP_LIST()} ${GROUP_COUNT(g3@cat)}"))
                .isEqualTo("g1 1 g1 g2@cat 1");
        assertThat(read(channel, "${GROUP_MATCH_COUNT(g.@cat)} ${GROUP_MATCH_COUNT(^x)}"))
                .isEqualTo("2 0");
        other.hangup(16);
        assertThat(read(channel, "${GROUP_MATCH_COUNT(g.@cat)}")).isEqualTo("1");
        channel.hangup(16);
    }

    private Channel channel() {
        return fixture.technology().incoming("alice").channel();
    }

    private void set(Channel channel, String name, String value) {
        fixture.dialplan().assign(channel, name, value);
    }

    private String read(Channel channel, String text) {
        return fixture.dialplan().substitute(channel, text);
    }
}
