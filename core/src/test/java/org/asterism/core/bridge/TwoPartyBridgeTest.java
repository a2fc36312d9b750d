package org.asterism.core.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Indication;
import org.asterism.core.media.Format;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class TwoPartyBridgeTest {
    private final MemoryLoop loop = new MemoryLoop("test-0");
    private final MemoryLoop otherLoop = new MemoryLoop("test-1");
    private final TestPbx pbx;

    TwoPartyBridgeTest(@TempDir Path folder) {
        pbx = new TestPbx(folder);
    }

    @AfterEach
    void close() {
        loop.close();
        otherLoop.close();
    }

    @Test
    void shouldRelayWhereTheTechnologyCan() {
        MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true);
        MemoryLeg alice = technology.incoming("alice");
        MemoryLeg bob = technology.incoming("bob");
        CompletableFuture<BridgeEnd> end = run(alice, bob, BridgeOptions.PLAIN);
        Eventually.await("relay", () -> alice.media().relayed() && bob.media().relayed());
        assertThat(pbx.bridges().all()).hasSize(1);
        assertThat(alice.channel().bridgeId())
                .isEqualTo(pbx.bridges().all().getFirst().id());
        assertThat(alice.channel().variables().get("BRIDGEPEER"))
                .isEqualTo(bob.channel().name());

        alice.media().speak(Format.ULAW, audio(160, 1));
        Eventually.await("audio", () -> bob.media().heard().length == 160);

        bob.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        assertThat(end.join()).isEqualTo(BridgeEnd.PEER_HUNG_UP);
        Eventually.await("end of relay", () -> !alice.media().relayed());
        assertThat(pbx.bridges().all()).isEmpty();
        assertThat(alice.channel().bridgeId()).isNull();
    }

    @Test
    void shouldTranslateBetweenLegsOfDifferentFormats() {
        MemoryLeg alice = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true).incoming("alice");
        MemoryLeg bob = new MemoryTechnology(pbx.channels(), loop, Format.SLIN, true).incoming("bob");
        run(alice, bob, BridgeOptions.PLAIN);
        Eventually.await("bridge", () -> alice.channel().bridgeId() != null);

        speakUntilHeard(alice, Format.ULAW, bob, 160);
        assertThat(bob.media().heard().length % 320).isZero();
        speakUntilHeard(bob, Format.SLIN, alice, 320);
        assertThat(alice.media().heard().length % 160).isZero();
        speakUntilHeard(bob, Format.ALAW, alice, 160);
        alice.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
    }

    @Test
    void shouldCarryAudioBetweenLoopsInOrder() {
        MemoryLeg alice = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true).incoming("alice");
        MemoryLeg bob = new MemoryTechnology(pbx.channels(), otherLoop, Format.ULAW, true).incoming("bob");
        run(alice, bob, BridgeOptions.PLAIN);
        speakUntilHeard(alice, Format.ULAW, bob, 160);
        int already = bob.media().heard().length;
        for (int i = 0; i < 20; i++) {
            alice.media().speak(Format.ULAW, audio(160, i));
        }
        Eventually.await("audio", () -> bob.media().heard().length == already + 20 * 160);
        byte[] heard = bob.media().heard();
        for (int i = 0; i < 20; i++) {
            assertThat(Arrays.copyOfRange(heard, already + i * 160, already + (i + 1) * 160))
                    .isEqualTo(audio(160, i));
        }
        alice.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
    }

    @Test
    void shouldPassDigitsTextAndIndications() {
        MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true);
        MemoryLeg alice = technology.incoming("alice");
        MemoryLeg bob = technology.incoming("bob");
        run(alice, bob, BridgeOptions.PLAIN);
        Eventually.await("bridge", () -> bob.channel().bridgeId() != null);
        alice.channel().legEvents().onDigitBegin('5');
        alice.channel().legEvents().onDigitEnd('5');
        alice.channel().legEvents().onDigitEnd('#');
        alice.channel().legEvents().onText("hello");
        alice.channel().legEvents().onIndication(Indication.FLASH, null);
        alice.channel().legEvents().onIndication(Indication.HOLD, null);
        alice.channel().legEvents().onIndication(Indication.UNHOLD, null);
        bob.channel().legEvents().onIndication(Indication.RADIO_KEY, null);
        Eventually.await("indication", () -> alice.done().contains("indicate RADIO_KEY"));
        assertThat(bob.done())
                .containsExactly(
                        "begin 5",
                        "end 5",
                        "begin #",
                        "end #",
                        "text hello",
                        "indicate FLASH",
                        "indicate HOLD",
                        "indicate UNHOLD");
        alice.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
    }

    @Test
    void shouldEndWhenTheOwnerHangsUp() {
        MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, false);
        MemoryLeg alice = technology.incoming("alice");
        MemoryLeg bob = technology.incoming("bob");
        CompletableFuture<BridgeEnd> end = run(alice, bob, BridgeOptions.PLAIN);
        Eventually.await("bridge", () -> alice.channel().bridgeId() != null);
        alice.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        assertThat(end.handle((_, failure) -> failure.getCause()).join()).isInstanceOf(ChannelHungUp.class);
        assertThat(pbx.bridges().all()).isEmpty();
        assertThat(bob.channel().bridgeId()).isNull();
    }

    @Test
    void shouldEndAtTheHangUpKeyOfThePartyThatMayUseIt() {
        MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, false);
        MemoryLeg alice = technology.incoming("alice");
        MemoryLeg bob = technology.incoming("bob");
        CompletableFuture<BridgeEnd> end = run(alice, bob, new BridgeOptions(0, null, false, true));
        alice.channel().legEvents().onDigitEnd('*');
        Eventually.await("digit passed", () -> bob.done().contains("end *"));
        bob.channel().legEvents().onDigitBegin('*');
        bob.channel().legEvents().onDigitEnd('*');
        assertThat(end.join()).isEqualTo(BridgeEnd.PEER_PRESSED_KEY);
        assertThat(alice.done()).isEmpty();
    }

    @Test
    void shouldEndWhenTheTimeIsOver() {
        MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true);
        MemoryLeg alice = technology.incoming("alice");
        MemoryLeg bob = technology.incoming("bob");
        BridgeOptions.LimitWarning warning = new BridgeOptions.LimitWarning(100, 0, "beep", true, false);
        CompletableFuture<BridgeEnd> end = run(alice, bob, new BridgeOptions(200, warning, false, false));
        assertThat(end.join()).isEqualTo(BridgeEnd.TIME_OVER);
    }

    private CompletableFuture<BridgeEnd> run(MemoryLeg owner, MemoryLeg peer, BridgeOptions options) {
        return CompletableFuture.supplyAsync(
                () -> new TwoPartyBridge(pbx, owner.channel(), peer.channel(), options).run(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    /** The streams start soon after the bridge is listed: what is said before is lost. */
    private static void speakUntilHeard(MemoryLeg from, Format format, MemoryLeg to, int bytes) {
        int already = to.media().heard().length;
        Eventually.await("audio to " + to.channel(), () -> {
            from.media().speak(format, audio(bytes, 7));
            return to.media().heard().length > already;
        });
        // Until all that was said has been heard.
        CompletableFuture<Boolean> spoken = new CompletableFuture<>();
        from.media().loop().execute(() -> to.media().loop().execute(() -> spoken.complete(true)));
        spoken.join();
    }

    private static byte[] audio(int bytes, int seed) {
        byte[] audio = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            audio[i] = (byte) (i * 7 + seed);
        }
        return audio;
    }
}
