package org.asterism.apps.dial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Indication;
import org.asterism.core.media.Format;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class DialTest {
    private final MemoryLoop loop = new MemoryLoop("test");
    private final TestPbx pbx;
    private final ModuleHarness module;
    private final MemoryTechnology technology;
    private final MemoryLeg alice;
    private final Channel caller;

    DialTest(@TempDir Path folder) throws Exception {
        pbx = new TestPbx(folder);
        module = new ModuleHarness(pbx, new DialModule());
        technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true);
        alice = technology.incoming("alice");
        caller = alice.channel();
    }

    @BeforeEach
    void script() {
        pbx.technologies().register(technology.name(), technology, "test");
        caller.callerId(CallerId.of("Alice", "100"));
        technology.script("answers", leg -> leg.channel().legEvents().onAnswered());
        technology.script("rings", leg -> leg.channel().legEvents().onIndication(Indication.RINGING, null));
        technology.script("busy", leg -> leg.channel().legEvents().onHangup(HangupCause.USER_BUSY));
        technology.script("busy tone", leg -> leg.channel().legEvents().onIndication(Indication.BUSY, null));
        technology.script("congested", leg -> leg.channel().legEvents().onHangup(HangupCause.CONGESTION));
        technology.script("rejects", leg -> leg.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING));
        technology.script("progress", leg -> leg.channel().legEvents().onIndication(Indication.PROGRESS, null));
    }

    @AfterEach
    void close() {
        Eventually.await("end of bridges", () -> pbx.bridges().all().isEmpty());
        module.close();
        loop.close();
    }

    @Test
    void shouldJoinTheCallerWithWhoAnswers() {
        CompletableFuture<Void> dial = module.run(caller, "Dial", "Memory/answers,20");
        Eventually.await("bridge", () -> alice.media().relayed());
        MemoryLeg called = technology.legs().get(1);
        assertThat(alice.done()).contains("answer");
        assertThat(caller.state()).isEqualTo(ChannelState.UP);
        assertThat(variable("DIALSTATUS")).isEqualTo("ANSWER");
        assertThat(variable("DIALEDPEERNAME")).isEqualTo(called.channel().name());
        assertThat(variable("DIALEDPEERNUMBER")).isEqualTo("answers");
        assertThat(called.channel().application()).isEqualTo("AppDial");
        assertThat(called.channel().linkedId()).isEqualTo(caller.uniqueId());

        called.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        assertThat(ModuleHarness.failure(dial)).isInstanceOf(ChannelHungUp.class);
        assertThat(caller.hungUp()).isTrue();
        assertThat(called.done()).contains("hangup 16");
        assertThat(variable("ANSWEREDTIME")).matches("\\d+");
        assertThat(variable("DIALEDTIME_MS")).isNotEmpty();
    }

    @Test
    void shouldGoOnWithOptionG() {
        CompletableFuture<Void> dial = module.run(caller, "Dial", "Memory/answers,20,g");
        Eventually.await("bridge", () -> alice.media().relayed());
        technology.legs().get(1).channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        dial.join();
        assertThat(caller.hungUp()).isFalse();
        assertThat(caller.hangupCause()).isEqualTo(HangupCause.NORMAL_CLEARING);
    }

    @ParameterizedTest
    @CsvSource({
        "Memory/busy, BUSY, 17",
        "Memory/busy tone, BUSY, 17",
        "Memory/congested, CONGESTION, 34",
        "Memory/rejects, NOANSWER, 16",
        "Memory/nobody, CHANUNAVAIL, 20",
        "Nothing/x, CHANUNAVAIL, 66",
        "'', CHANUNAVAIL, 0",
        "Memory/busy&Memory/congested, BUSY, ",
        "Memory/nobody&Memory/busy, BUSY, 17",
    })
    void shouldTellHowItCameOut(String destinations, String status, Integer cause) {
        module.run(caller, "Dial", destinations + ",20").join();
        assertThat(variable("DIALSTATUS")).isEqualTo(status);
        if (cause != null) {
            assertThat(caller.hangupCause()).isEqualTo(cause);
        }
        assertThat(caller.hungUp()).isFalse();
        assertThat(pbx.channels().all()).containsExactly(caller);
    }

    @Test
    void shouldGiveUpAfterTheTimeout() {
        module.run(caller, "Dial", "Memory/rings,0.1").join();
        assertThat(variable("DIALSTATUS")).isEqualTo("NOANSWER");
        assertThat(caller.hangupCause()).isZero();
        assertThat(alice.done()).doesNotContain("answer");
        assertThat(technology.legs().get(1).done()).containsExactly("call", "hangup 16");
    }

    @Test
    void shouldRingAllAndTellTheOthersWhenOneAnswers() {
        technology.script("answers later", leg -> leg.channel().legEvents().onIndication(Indication.RINGING, null));
        module.run(caller, "Dial", "Memory/rings&Memory/answers later&Memory/busy,20");
        Eventually.await("all called", () -> technology.legs().size() == 4);
        MemoryLeg winner = technology.legs().get(2);
        Eventually.await("ringing", () -> winner.channel().state() == ChannelState.RINGING);
        winner.channel().legEvents().onAnswered();
        Eventually.await("bridge", () -> alice.media().relayed());
        assertThat(variable("DIALEDPEERNAME")).isEqualTo(winner.channel().name());
        assertThat(technology.legs().get(1).done()).contains("hangup 26");
        assertThat(alice.done().stream().filter("indicate RINGING"::equals)).hasSize(1);
        caller.legEvents().onHangup(HangupCause.NORMAL_CLEARING);
    }

    @Test
    void shouldCancelWhenTheCallerGivesUp() {
        CompletableFuture<Void> dial = module.run(caller, "Dial", "Memory/rings,20");
        Eventually.await("ringing", () -> alice.done().contains("indicate RINGING"));
        caller.legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        assertThat(ModuleHarness.failure(dial)).isInstanceOf(ChannelHungUp.class);
        assertThat(variable("DIALSTATUS")).isEqualTo("CANCEL");
        assertThat(technology.legs().get(1).done()).containsExactly("call", "hangup 16");
    }

    @Test
    void shouldPassEarlyMedia() {
        module.run(caller, "Dial", "Memory/progress,20");
        Eventually.await("progress", () -> alice.done().contains("indicate PROGRESS"));
        MemoryLeg called = technology.legs().get(1);
        Eventually.await("early media", () -> {
            called.media().speak(Format.ULAW, new byte[160]);
            return alice.media().heard().length >= 160;
        });
        called.channel().legEvents().onHangup(HangupCause.USER_BUSY);
        Eventually.await("end", () -> "BUSY".equals(caller.variables().get("DIALSTATUS")));
    }

    @Test
    void shouldFakeRingingWithoutEarlyMedia() {
        module.run(caller, "Dial", "Memory/progress,20,r");
        Eventually.await("ringing", () -> alice.done().contains("indicate RINGING"));
        Eventually.await("progress", () -> !variable("PROGRESSTIME").isEmpty());
        technology.legs().get(1).channel().legEvents().onAnswered();
        Eventually.await("bridge", () -> alice.media().relayed());
        assertThat(alice.done()).doesNotContain("indicate PROGRESS");
        caller.legEvents().onHangup(HangupCause.NORMAL_CLEARING);
    }

    @Test
    void shouldSendDigitsToBothOnceAnswered() {
        CompletableFuture<Void> dial = module.run(caller, "Dial", "Memory/answers,20,D(12:9)g");
        Eventually.await("bridge", () -> alice.media().relayed());
        MemoryLeg called = technology.legs().get(1);
        assertThat(called.done()).containsExactly("call", "begin 1", "end 1", "begin 2", "end 2");
        assertThat(alice.done()).containsExactly("answer", "begin 9", "end 9");
        called.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        dial.join();
    }

    @Test
    void shouldEndAfterTheTimeOfOptionS() {
        module.run(caller, "Dial", "Memory/answers,20,gS(0.2)").join();
        assertThat(variable("DIALSTATUS")).isEqualTo("ANSWER");
        assertThat(caller.hangupCause()).isEqualTo(HangupCause.NORMAL_CLEARING);
        assertThat(Long.parseLong(variable("ANSWEREDTIME_MS"))).isGreaterThanOrEqualTo(199);
    }

    @Test
    void shouldReadOptions() {
        DialOptions options = new DialOptions(caller, "gm(jazz)L(10000:5000:1000)S(60)D(1:2:3)Z");
        assertThat(options.goesOn()).isTrue();
        assertThat(options.musicClass()).isEqualTo("jazz");
        assertThat(options.bridge().limitMs()).isEqualTo(10_000);
        assertThat(options.bridge().warning()).isNotNull();
        assertThat(List.of(options.digitsForCalled(), options.digitsForCaller(), options.digitsOnProgress()))
                .containsExactly("1", "2", "3");
    }

    private String variable(String name) {
        String value = caller.variables().get(name);
        return value == null ? "" : value;
    }
}
