package org.asterism.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.asterism.core.channel.CallerId;
import org.asterism.core.media.Format;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.net.WaitMode;
import org.asterism.core.time.ManualMillisClock;
import org.asterism.iax2.call.AudioFormats;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallRequest;
import org.asterism.iax2.engine.CallTokenPolicy;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.EngineSettings;
import org.asterism.iax2.engine.FrameCounters;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.CallToken;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a real IAX2 engine to phones with an address each, in pairs: what a round costs is what the event loop, the engine, the
 * media sessions and the line cost. The loop is turned by the caller, on a clock that follows the audio.
 *
 * <p>PING and LAGRQ are put off: a call sends them every 10 and 21 s, and what their answers cost is not a media frame's.
 */
final class BenchCalls implements AutoCloseable {
    /** Frames in a round: one from each phone, so many as a transport takes in a batch. */
    static final int FRAMES_PER_ROUND = 64;

    private static final long START_MS = 1_000_000;
    private static final int NEVER_MS = Integer.MAX_VALUE;

    private final ManualMillisClock clock = new ManualMillisClock(START_MS);
    private final BenchPhone[] phones = new BenchPhone[FRAMES_PER_ROUND];
    private final CallMedia media;
    private final PhoneLine line;
    private final EventLoop loop;
    private final Iax2Shard shard;

    /** Opens the line that the phones are on. */
    @FunctionalInterface
    interface LineOpener {
        PhoneLine open(int phones, PhoneLine.Ear ear) throws IOException;
    }

    /** Sets up the calls. */
    BenchCalls(LineOpener opener, CallMedia media) {
        this.media = media;
        try {
            line = opener.open(phones.length, this::hear);
            loop = new EventLoop("bench", line.selector(), clock, WaitMode.BLOCKING);
            shard = new Iax2Shard(
                    loop,
                    new EngineSettings(NEVER_MS, NEVER_MS, new NoTokens()),
                    new Random(1),
                    new byte[CallToken.SECRET_LENGTH]);
            shard.bind(SocketSettings.bind(line.switchAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.begin(shard.sockets().getFirst().transport().localAddress().port());
        for (int i = 0; i < phones.length; i++) {
            phones[i] = new BenchPhone(line, i, 2 + i, i % 2 == 0 ? Format.ULAW : media.otherFormat());
        }
        connect();
    }

    /** Each phone sends a mini frame, and the loop turns. Returns how many frames there were to send, by phones or to them. */
    int round() {
        clock.advance(BenchPhone.FRAME_MS);
        if (media.talking()) {
            for (BenchPhone phone : phones) {
                phone.talk();
            }
        }
        line.flush();
        loop.turn();
        line.receive();
        if (line.isWaiting()) {
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

    private void connect() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < phones.length; i++) {
            calls.add(place(phones[i], line.address(i)));
        }
        settle();
        for (int i = 0; i < phones.length; i += 2) {
            media.connect(calls.get(i).media(), calls.get(i + 1).media());
        }
        settle();
        if (media.talking()) {
            for (BenchPhone phone : phones) {
                phone.beginTalking();
            }
        }
        settle();
    }

    private Call place(BenchPhone phone, PeerAddress address) {
        Dialog dialog = shard.open(shard.sockets().getFirst(), address);
        if (dialog == null) {
            throw new IllegalStateException("no call number");
        }
        Call call = Call.outgoing(dialog, phone.format());
        call.place(request(phone.format()), (ended, cause, why) -> {
            throw new IllegalStateException(ended.name() + " has ended: " + why);
        });
        return call;
    }

    private static CallRequest request(Format format) {
        return new CallRequest(
                "600",
                "",
                "",
                Credentials.NONE,
                CallerId.UNKNOWN,
                false,
                "",
                List.of(Objects.requireNonNull(AudioFormats.codec(format))),
                Map.of(),
                false,
                0,
                ZoneId.of("UTC"));
    }

    private void settle() {
        boolean more = true;
        while (more) {
            line.flush();
            more = loop.turn() > 0;
            more |= line.receive() > 0;
            more |= line.isWaiting();
            clock.advance(1);
        }
    }

    private void hear(int phone, MemorySegment memory, long offset, int length) {
        phones[phone].hear(memory, offset, length);
    }

    @Override
    public void close() {
        loop.close();
        line.close();
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
