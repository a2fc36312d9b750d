package org.asterism.iax2.phone;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.core.channel.CallerId;
import org.asterism.core.media.Format;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.net.TransportKind;
import org.asterism.core.net.WaitMode;
import org.asterism.core.sound.Recording;
import org.asterism.core.sound.Sound;
import org.asterism.core.time.MillisClock;
import org.asterism.iax2.call.AudioFormats;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallRequest;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.EngineSettings;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.CallToken;
import org.jspecify.annotations.Nullable;

/** {@code asterism call}: places one call and tells how it went. */
public final class Phone {
    private static final int DEFAULT_PORT = 4569;
    private static final int PING_MS = 1000;
    private static final int FAREWELL_MS = 500;
    private static final int ANSWERED = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PhoneOptions options;
    private final PrintStream out;

    private Phone(PhoneOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Runs the phone and ends the process.
     *
     * @param arguments see {@code --help}
     */
    @SuppressWarnings("SystemOut") // a program for people at a terminal
    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /**
     * Runs the phone.
     *
     * @param out       where each step is told
     * @param arguments as on the command line
     * @return the exit status
     */
    static int run(PrintStream out, String... arguments) {
        if (arguments.length == 0 || List.of(arguments).contains("--help")) {
            out.print(PhoneOptions.USAGE);
            return arguments.length == 0 ? MISUSED : ANSWERED;
        }
        PhoneOptions options;
        try {
            options = PhoneOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println("asterism call: " + e.getMessage());
            out.print(PhoneOptions.USAGE);
            return MISUSED;
        }
        try {
            return new Phone(options, out).run() ? ANSWERED : FAILED;
        } catch (IOException e) {
            out.println("asterism call: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private boolean run() throws IOException, InterruptedException {
        Sound sound = options.play() == null ? null : Sound.read(options.play());
        IaxUri uri = options.uri();
        PeerAddress to = PeerAddress.of(InetAddress.getByName(uri.host()), uri.port() == 0 ? DEFAULT_PORT : uri.port());
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[CallToken.SECRET_LENGTH];
        random.nextBytes(secret);
        EventLoop loop =
                new EventLoop("phone", TransportKind.AUTO.newSelector(), MillisClock.system(), WaitMode.BLOCKING);
        try (loop) {
            EngineSettings settings =
                    new EngineSettings(PING_MS, EngineSettings.DEFAULT_LAG_REQUEST_MS, new NobodyCallsUs());
            Iax2Shard shard = new Iax2Shard(loop, settings, random, secret);
            shard.bind(SocketSettings.bind(PeerAddress.of(to.isIpv4() ? "0.0.0.0" : "::", 0)));
            loop.start();
            return call(shard, to, sound);
        }
    }

    private boolean call(Iax2Shard shard, PeerAddress to, @Nullable Sound sound) throws InterruptedException {
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        PhoneCall[] placed = new PhoneCall[1];
        Call[] calls = new Call[1];
        shard.loop().execute(() -> {
            Dialog dialog = Objects.requireNonNull(shard.open(shard.sockets().getFirst(), to), "no call number");
            Format format = AudioFormats.of(options.codec().bit());
            Call call = Call.outgoing(dialog, format == null ? Format.ULAW : format);
            PhoneCall observer = new PhoneCall(shard, options, sound, out::println, outcome);
            placed[0] = observer;
            calls[0] = call;
            observer.say("calling " + options.uri() + " at " + to);
            call.place(request(), observer);
            observer.placed(call);
        });
        Thread hangUp = Thread.ofPlatform().unstarted(() -> hangUpNow(shard, placed, calls));
        Runtime.getRuntime().addShutdownHook(hangUp);
        boolean answered;
        try {
            answered = outcome.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Recording recording = placed[0].recording();
        if (recording != null) {
            recording.stop(0);
            out.printf("recorded %.1f s to %s%n", recording.recordedMs() / 1000.0, options.record());
        }
        awaitFarewell(shard);
        shard.loop().execute(shard::close);
        return answered;
    }

    /** Somebody ended the program: the far end should know. */
    private static void hangUpNow(Iax2Shard shard, PhoneCall[] placed, Call[] calls) {
        if (!shard.mediaLoop().execute(() -> placed[0].hangup(calls[0], "interrupted, hanging up"))) {
            return; // over already
        }
        awaitFarewell(shard);
    }

    /** Gives the far end a moment to acknowledge. */
    private static void awaitFarewell(Iax2Shard shard) {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MS);
        try {
            while (System.nanoTime() < endNs
                    && shard.loop().ask(shard::dialogs).get(FAREWELL_MS, TimeUnit.MILLISECONDS) > 0) {
                Thread.sleep(10);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException _) {
            // Then without.
        }
    }

    private CallRequest request() {
        IaxUri uri = options.uri();
        return new CallRequest(
                uri.number(),
                uri.context(),
                uri.user(),
                uri.secret().isEmpty() ? Credentials.NONE : Credentials.secret(uri.secret()),
                CallerId.of("", options.callerNumber()),
                false,
                "en",
                List.of(options.codec()),
                Map.of(),
                false,
                0,
                ZoneId.systemDefault());
    }
}
