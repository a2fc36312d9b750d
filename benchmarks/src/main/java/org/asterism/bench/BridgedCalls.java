package org.asterism.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.asterism.core.channel.CallerId;
import org.asterism.core.media.Format;
import org.asterism.core.net.DatagramSelector;
import org.asterism.core.net.DetachedTransport;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.net.WaitMode;
import org.asterism.core.time.ManualMillisClock;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallRequest;
import org.asterism.iax2.engine.CallTokenPolicy;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.EngineSettings;
import org.asterism.iax2.engine.FrameCounters;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.CallToken;
import org.asterism.iax2.wire.IaxCodec;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a real IAX2 engine to phones with an address each, bridged in pairs, with no network in between: what a round costs is
 * what the event loop, the engine and the media sessions cost. The loop is turned by the caller, on a clock that follows the audio.
 *
 * <p>PING and LAGRQ are put off: a call sends them every 10 and 21 s, and what their answers cost is not a media frame's.
 */
final class BridgedCalls {
    /** Frames in a round: one from each phone, so many as a transport takes in a batch. */
    static final int FRAMES_PER_ROUND = 64;

    private static final long START_MS = 1_000_000;
    private static final int FIRST_PORT = 40_000;
    private static final int NEVER_MS = Integer.MAX_VALUE;
    private static final PeerAddress SWITCH = PeerAddress.of("127.0.0.1", 4569);
    private static final CallRequest REQUEST = new CallRequest(
            "600",
            "",
            "",
            Credentials.NONE,
            CallerId.UNKNOWN,
            false,
            "",
            List.of(IaxCodec.ULAW),
            Map.of(),
            false,
            0,
            ZoneId.of("UTC"));

    private final ManualMillisClock clock = new ManualMillisClock(START_MS);
    private final BenchPhone[] phones = new BenchPhone[FRAMES_PER_ROUND];
    private final DetachedTransport transport;
    private final EventLoop loop;
    private final Iax2Shard shard;

    /** Sets up the calls. */
    BridgedCalls() {
        for (int i = 0; i < phones.length; i++) {
            phones[i] = new BenchPhone(PeerAddress.of("127.0.1." + (1 + i), FIRST_PORT + i), 2 + i);
        }
        transport = new DetachedTransport(SocketSettings.bind(SWITCH), this::hear);
        loop = new EventLoop("bench", new OneSocket(transport), clock, WaitMode.BLOCKING);
        shard = new Iax2Shard(
                loop,
                new EngineSettings(NEVER_MS, NEVER_MS, new NoTokens()),
                new Random(1),
                new byte[CallToken.SECRET_LENGTH]);
        try {
            shard.bind(SocketSettings.bind(SWITCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bridge();
    }

    /** Each phone sends a mini frame, and the loop turns. Returns how many frames the phones sent. */
    int round() {
        clock.advance(BenchPhone.FRAME_MS);
        for (BenchPhone phone : phones) {
            phone.talk(transport);
        }
        loop.turn();
        if (transport.waiting() > 0) {
            loop.turn();
        }
        return phones.length;
    }

    FrameCounters counters() {
        return shard.counters();
    }

    /** Mini frames that reached the phones. */
    long minisHeard() {
        long sum = 0;
        for (BenchPhone phone : phones) {
            sum += phone.minisHeard();
        }
        return sum;
    }

    /** Full frames of audio that reached the phones: one for each 65.5 s of a call. */
    long fullVoiceHeard() {
        long sum = 0;
        for (BenchPhone phone : phones) {
            sum += phone.fullVoiceHeard();
        }
        return sum;
    }

    private void bridge() {
        List<Call> calls = new ArrayList<>();
        for (BenchPhone phone : phones) {
            calls.add(place(phone));
        }
        settle();
        for (int i = 0; i < phones.length; i += 2) {
            if (!calls.get(i).media().relay(calls.get(i + 1).media())) {
                throw new IllegalStateException(
                        "calls cannot be relayed: " + calls.get(i).state());
            }
        }
        settle();
        for (BenchPhone phone : phones) {
            phone.beginTalking(transport);
        }
        settle();
    }

    private Call place(BenchPhone phone) {
        Dialog dialog = shard.open(shard.sockets().getFirst(), phone.address());
        if (dialog == null) {
            throw new IllegalStateException("no call number");
        }
        Call call = Call.outgoing(dialog, Format.ULAW);
        call.place(REQUEST, (ended, cause, why) -> {
            throw new IllegalStateException(ended.name() + " has ended: " + why);
        });
        return call;
    }

    private void settle() {
        while (loop.turn() > 0 || transport.waiting() > 0) {
            clock.advance(1);
        }
    }

    private void hear(MemorySegment memory, long offset, int length, PeerAddress destination) {
        phones[destination.port() - FIRST_PORT].hear(transport, memory, offset, length);
    }

    /** Opens the one socket there is. */
    private record OneSocket(DetachedTransport transport) implements DatagramSelector {
        @Override
        public DetachedTransport open(SocketSettings settings) {
            return transport;
        }

        @Override
        public boolean await(long timeoutMs) {
            throw new UnsupportedOperationException("the loop is turned, not started");
        }

        @Override
        public void wakeup() {
            // Whoever gives commands turns the loop.
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    /** Takes everybody's address for proven. */
    private static final class NoTokens implements CallTokenPolicy {
        @Override
        public boolean requiresToken(IaxCommand request, @Nullable String name, PeerAddress source) {
            return false;
        }

        @Override
        public void tokenSeen(IaxCommand request, @Nullable String name) {
            // Nobody is asked for one.
        }

        @Override
        public int tokenLifetimeSeconds() {
            return 10;
        }

        @Override
        public int callNumberLimit(PeerAddress source) {
            return Integer.MAX_VALUE;
        }

        @Override
        public int nonvalidatedLimit() {
            return Integer.MAX_VALUE;
        }
    }
}
