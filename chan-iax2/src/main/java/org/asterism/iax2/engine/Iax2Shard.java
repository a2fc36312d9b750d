package org.asterism.iax2.engine;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.agrona.collections.ObjectHashSet;
import org.asterism.core.media.MediaLoop;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.time.TimerWheel;
import org.asterism.iax2.wire.CallToken;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FullFrame;
import org.jspecify.annotations.Nullable;

/**
 * The IAX2 part of one event loop: its sockets, its dialogs and what they share. Only the loop's thread may call it, except where
 * a method says otherwise; others use {@link EventLoop#execute} or {@link EventLoop#ask} of {@link #loop}.
 */
public final class Iax2Shard {
    private static final int INVAL_PER_SECOND = 200;

    private final EventLoop loop;
    private final ShardPlace place;
    private final RandomGenerator random;
    private final CallToken tokens;
    private final FramePool pool = new FramePool();
    private final MemorySegment scratch = Arena.ofAuto().allocate(ElementWriter.MAX_LIST_LENGTH, Long.BYTES);
    private final ElementWriter composer = new ElementWriter();
    private final ElementWriter writer = new ElementWriter();
    private final FullFrame header = new FullFrame();
    private final FrameCounters counters = new FrameCounters();
    private final CallLimits limits;
    private final EndedDialogs endedDialogs = new EndedDialogs(this);
    private final ObjectHashSet<Dialog> dialogs = new ObjectHashSet<>();
    private final List<Iax2Socket> sockets = new CopyOnWriteArrayList<>();

    private final MediaLoop mediaLoop = new ShardMediaLoop(this);

    private EngineSettings settings;
    private @Nullable RequestHandler registrations;
    private @Nullable NewCallHandler calls;
    private @Nullable FrameTap tap;
    private long invalSecond;
    private int invalsThisSecond;

    /**
     * Creates the only shard, without sockets.
     *
     * @param loop        its thread
     * @param settings    what iax.conf says
     * @param random      chooses call numbers: must not be predictable for remotes
     * @param tokenSecret {@link CallToken#SECRET_LENGTH} random bytes of this boot
     */
    public Iax2Shard(EventLoop loop, EngineSettings settings, RandomGenerator random, byte[] tokenSecret) {
        this(loop, ShardPlace.ONLY, settings, random, tokenSecret);
    }

    /**
     * Creates a shard without sockets.
     *
     * @param loop        its thread
     * @param place       which of how many it is
     * @param settings    what iax.conf says
     * @param random      chooses call numbers: must not be predictable for remotes
     * @param tokenSecret {@link CallToken#SECRET_LENGTH} random bytes of this boot, the same for all shards
     */
    public Iax2Shard(
            EventLoop loop, ShardPlace place, EngineSettings settings, RandomGenerator random, byte[] tokenSecret) {
        this.loop = loop;
        this.place = place;
        this.limits = new CallLimits(place);
        this.settings = settings;
        this.random = random;
        this.tokens = new CallToken(tokenSecret);
    }

    /**
     * Opens a socket. Also before the loop is started, from any thread.
     *
     * @param socketSettings where and how
     * @return the socket
     * @throws IOException if it cannot be bound
     */
    public Iax2Socket bind(SocketSettings socketSettings) throws IOException {
        Iax2Socket socket = new Iax2Socket(this);
        socket.transport(loop.bind(socketSettings, new FrameDispatch(this, socket)));
        sockets.add(socket);
        return socket;
    }

    /**
     * Closes a socket that no dialog uses. Also before the loop is started, from any thread.
     *
     * @param socket one that {@link #bind} returned
     */
    public void unbind(Iax2Socket socket) {
        sockets.remove(socket);
        loop.unbind(socket.transport());
    }

    /** {@return the loop; any thread} */
    public EventLoop loop() {
        return loop;
    }

    /** {@return which of how many shards it is; any thread} */
    public ShardPlace place() {
        return place;
    }

    /** {@return the loop as channels see it; any thread} */
    public MediaLoop mediaLoop() {
        return mediaLoop;
    }

    /** {@return the time of this round, in ms of the loop's clock} */
    public long nowMs() {
        return loop.nowMs();
    }

    /** {@return the loop's timers} */
    public TimerWheel timers() {
        return loop.timers();
    }

    /** {@return where call numbers, challenges and the like come from} */
    public RandomGenerator random() {
        return random;
    }

    /** {@return its sockets, the first being the default for outgoing dialogs} */
    public List<Iax2Socket> sockets() {
        return List.copyOf(sockets);
    }

    /** {@return what iax.conf says} */
    public EngineSettings settings() {
        return settings;
    }

    /**
     * Replaces the settings.
     *
     * @param newSettings in force from now on
     */
    public void settings(EngineSettings newSettings) {
        settings = newSettings;
    }

    /** {@return what was received, sent and dropped; any thread} */
    public FrameCounters counters() {
        return counters;
    }

    /** {@return who holds how many dialogs} */
    public CallLimits limits() {
        return limits;
    }

    /**
     * Says who answers REGREQ and REGREL.
     *
     * @param handler who, or null to refuse them
     */
    public void serveRegistrations(@Nullable RequestHandler handler) {
        registrations = handler;
    }

    /**
     * Says who takes calls.
     *
     * @param handler who, or null to refuse them
     */
    public void serveCalls(@Nullable NewCallHandler handler) {
        calls = handler;
    }

    /**
     * Lets somebody see all frames.
     *
     * @param newTap who, or null for nobody
     */
    public void tap(@Nullable FrameTap newTap) {
        tap = newTap;
    }

    /**
     * Begins a dialog with a remote, to be given a listener. Nothing is sent by that.
     *
     * @param socket where from
     * @param to     where to
     * @return the dialog, or null if there is no call number or no room for another address
     */
    public @Nullable Dialog open(Iax2Socket socket, PeerAddress to) {
        PeerAddress interned = socket.transport().peers().intern(to);
        return interned == null ? null : create(Remote.of(socket, interned), false, false);
    }

    /**
     * Begins a dialog with a remote. Nothing is sent by that.
     *
     * @param socket   where from
     * @param to       where to
     * @param listener what it is for
     * @return the dialog, or null if there is no call number or no room for another address
     */
    public @Nullable Dialog open(Iax2Socket socket, PeerAddress to, DialogListener listener) {
        Dialog dialog = open(socket, to);
        if (dialog != null) {
            dialog.listener(listener);
        }
        return dialog;
    }

    /**
     * Begins a dialog with a remote from the socket that reaches it. Nothing is sent by that.
     *
     * @param to       where to
     * @param listener what it is for
     * @return the dialog, or null if there is no socket, no call number or no room for another address
     */
    public @Nullable Dialog open(PeerAddress to, DialogListener listener) {
        Iax2Socket socket = socketFor(to);
        return socket == null ? null : open(socket, to, listener);
    }

    /**
     * The socket that reaches an address: the first of its family, else one that is bound to all addresses of both. Any thread.
     *
     * @param address where to
     * @return the socket, or null if there is none
     */
    public @Nullable Iax2Socket socketFor(PeerAddress address) {
        Iax2Socket dual = null;
        for (Iax2Socket socket : sockets) {
            PeerAddress local = socket.localAddress();
            if (local.isIpv4() == address.isIpv4()) {
                return socket;
            }
            if (dual == null && !local.isIpv4() && local.high() == 0 && local.low() == 0) {
                dual = socket;
            }
        }
        return dual;
    }

    /** Makes a dialog on an address that was interned for it; gives the address back if there is no number left. */
    @Nullable
    Dialog create(Remote remote, boolean incoming, boolean tokenValidated) {
        int callNumber = remote.freeCallNumber(random);
        if (callNumber == CallNumbers.NONE) {
            Dialog oldest = remote.oldestEnded();
            if (oldest == null) {
                remote.socket().transport().peers().release(remote.address());
                return null;
            }
            callNumber = oldest.localCall();
            forget(oldest);
        }
        Dialog dialog = new Dialog(this, remote, callNumber, incoming, tokenValidated);
        remote.add(dialog);
        dialogs.add(dialog);
        if (incoming) {
            limits.begun(dialog);
        }
        return dialog;
    }

    /** {@return how many dialogs there are that are not over} */
    public int dialogs() {
        return dialogs.size();
    }

    /**
     * Visits all dialogs that are not over.
     *
     * @param visitor must not open or close dialogs
     */
    public void forEachDialog(Consumer<Dialog> visitor) {
        for (Dialog dialog : dialogs) {
            visitor.accept(dialog);
        }
    }

    /** Ends all dialogs at once and closes the sockets: the end of the shard. Listeners are not called. */
    public void close() {
        for (Dialog dialog : List.copyOf(dialogs)) {
            dialog.close();
        }
        timers().cancel(endedDialogs);
        for (Iax2Socket socket : sockets) {
            loop.unbind(socket.transport());
        }
        sockets.clear();
        pool.close();
    }

    void ended(Dialog dialog) {
        dialogs.remove(dialog);
        if (dialog.incoming()) {
            limits.ended(dialog);
        }
        dialog.remote().ended(dialog);
        endedDialogs.add(dialog);
    }

    /** Forgets a dialog that is over; may be called twice. */
    @SuppressWarnings("ReferenceEquality") // the number may belong to a newer dialog by now
    void forget(Dialog dialog) {
        Remote remote = dialog.remote();
        if (remote.byLocalCall(dialog.localCall()) == dialog) {
            remote.remove(dialog);
            remote.socket().transport().peers().release(remote.address());
        }
    }

    /** Whether one more INVAL fits this second's budget: they are a courtesy, and a flood must not make us flood. */
    boolean mayInvalidate() {
        long second = nowMs() / 1000;
        if (second != invalSecond) {
            invalSecond = second;
            invalsThisSecond = 0;
        }
        if (invalsThisSecond == INVAL_PER_SECOND) {
            counters.drop(FrameDrop.RATE_LIMITED);
            return false;
        }
        invalsThisSecond++;
        return true;
    }

    CallToken tokens() {
        return tokens;
    }

    FramePool pool() {
        return pool;
    }

    MemorySegment scratch() {
        return scratch;
    }

    /** {@return an empty list of elements for the frame that is sent next; there is one such list in the shard} */
    public ElementWriter compose() {
        return composer.wrap(scratch, 0, ElementWriter.MAX_LIST_LENGTH);
    }

    ElementWriter writer() {
        return writer;
    }

    /** The header of a frame that is being sent; the next call moves the view. */
    FullFrame header(PendingFrame frame) {
        return header.wrap(frame.memory, frame.offset, frame.length);
    }

    @Nullable
    FrameTap tap() {
        return tap;
    }

    @Nullable
    RequestHandler registrations() {
        return registrations;
    }

    @Nullable
    NewCallHandler calls() {
        return calls;
    }
}
