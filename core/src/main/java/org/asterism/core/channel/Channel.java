package org.asterism.core.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One party of a call, whatever its technology. The technology's half is the {@link CallLeg}; this half is what dialplan,
 * console and bridges work with.
 *
 * <p>A channel is looked after by one thread: the dialplan thread that runs it, or the one that dialled it. That thread waits in
 * {@link #await} and may call everything. Other threads may call what is documented for any thread. The leg reports through
 * {@link #legEvents}, from its own loop.
 */
public final class Channel extends ChannelFacts {
    /**
     * Held while a channel is sent elsewhere or goes there: what comes meanwhile is not forgotten, and no party of a bridge leaves
     * before it is known where the other goes.
     */
    private static final Object REDIRECTING = new Object();

    private static final VarHandle ENDED;

    static {
        try {
            ENDED = MethodHandles.lookup().findVarHandle(Channel.class, "ended", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ChannelRegistry registry;
    private final ChannelTechnology technology;
    private final String uniqueId;
    private final long createdNanos = System.nanoTime();
    private final Attachments attachments = new Attachments();
    private final ChannelWait wait = new ChannelWait(this);
    private final LegEvents legEvents;
    private final CallLeg leg;

    @SuppressWarnings("UnusedVariable") // by its handle
    private volatile boolean ended;

    private volatile String name;
    private volatile ChannelState state;
    private volatile Mailbox mailbox;
    private volatile boolean hangupRequested;
    private volatile int hangupCause;
    private volatile @Nullable DialplanPosition redirection;

    Channel(
            ChannelRegistry registry,
            ChannelTechnology technology,
            String name,
            String uniqueId,
            ChannelState state,
            Mailbox mailbox,
            LegFactory legs) {
        this.registry = registry;
        this.technology = technology;
        this.name = name;
        this.uniqueId = uniqueId;
        linkedId(uniqueId);
        this.state = state;
        this.mailbox = mailbox;
        this.legEvents = new LegEvents(this, registry);
        this.leg = legs.make(this);
    }

    /** Makes the technology's half of a channel that is being built: it may keep the channel, but not use it yet. */
    @FunctionalInterface
    public interface LegFactory {
        /**
         * Makes the leg.
         *
         * @param channel the channel it belongs to
         * @return the leg
         */
        CallLeg make(Channel channel);
    }

    // What it is: any thread.

    /** {@return the name, such as {@code IAX2/alice-5715}} */
    public String name() {
        return name;
    }

    /**
     * Renames the channel, as IAX2 does when a caller has proved who he is.
     *
     * @param newName the new name
     */
    public void name(String newName) {
        registry.renamed(this, name, newName);
        name = newName;
    }

    /** {@return the identifier that no other channel of this switch ever has: start time, dot, number} */
    public String uniqueId() {
        return uniqueId;
    }

    /** {@return its technology} */
    public ChannelTechnology technology() {
        return technology;
    }

    /** {@return the technology's half} */
    public CallLeg leg() {
        return leg;
    }

    /** {@return where its leg reports what the far end does; for the leg} */
    public LegEvents legEvents() {
        return legEvents;
    }

    /** {@return what it is doing} */
    public ChannelState state() {
        return state;
    }

    /** Whether it was made after another one. */
    boolean isNewerThan(Channel other) {
        return createdNanos - other.createdNanos > 0;
    }

    /** {@return whole seconds since it was made} */
    public long ageSeconds() {
        return (System.nanoTime() - createdNanos) / 1_000_000_000L;
    }

    /** {@return what parts of the switch keep with it} */
    public Attachments attachments() {
        return attachments;
    }

    /** {@return the cause the call ended with, or would end with; 0 when unset} */
    public int hangupCause() {
        return hangupCause;
    }

    /**
     * Sets the cause.
     *
     * @param cause a {@link HangupCause} number
     */
    public void hangupCause(int cause) {
        hangupCause = cause;
    }

    /** {@return whether the call is over or about to be} */
    public boolean hungUp() {
        return hangupRequested || ended;
    }

    /** {@return where its events go} */
    public Mailbox mailbox() {
        return mailbox;
    }

    /**
     * Has its events go elsewhere: to the thread that looks after it from now on.
     *
     * @param newMailbox that thread's mailbox
     */
    public void mailbox(Mailbox newMailbox) {
        mailbox = newMailbox;
    }

    /**
     * Has the call end: its thread finds out at its next wait. Any thread.
     *
     * @param cause a {@link HangupCause} number
     */
    public void requestHangup(int cause) {
        requestHangup(cause, false);
    }

    void requestHangup(int cause, boolean byFarEnd) {
        if (!hungUp() && cause != HangupCause.NONE) {
            registry.hangupRequested(this, cause, byFarEnd);
        }
        if (hangupCause == 0) {
            hangupCause = cause;
        }
        hangupRequested = true;
        mailbox.post(ChannelEvent.of(this, ChannelEvent.Kind.HANGUP, cause));
    }

    /** Lets its thread look around. Any thread. */
    public void wake() {
        mailbox.post(ChannelEvent.of(this, ChannelEvent.Kind.WAKE, 0));
    }

    /**
     * Has the call go on elsewhere in the dialplan: what its thread waits for ends with {@link ChannelRedirected}; a party of a
     * bridge that no thread looks after leaves it. Any thread.
     *
     * @param position where to go on
     */
    public void redirect(DialplanPosition position) {
        synchronized (REDIRECTING) {
            redirection = position;
        }
        wake();
    }

    /**
     * Has both parties of a bridge go on elsewhere, neither ending the other's call. Any thread.
     *
     * @param position      where to go on
     * @param other         the other party
     * @param otherPosition where that one is to go on
     */
    public void redirect(DialplanPosition position, Channel other, DialplanPosition otherPosition) {
        synchronized (REDIRECTING) {
            redirection = position;
            other.redirection = otherPosition;
        }
        wake();
        other.wake();
    }

    /** {@return whether it is wanted elsewhere in the dialplan and has not gone there yet} */
    public boolean redirected() {
        return redirection != null;
    }

    /** {@return where {@link #redirect} wants it, which is forgotten with that; null when nowhere} */
    public @Nullable DialplanPosition takeRedirection() {
        synchronized (REDIRECTING) {
            DialplanPosition position = redirection;
            redirection = null;
            return position;
        }
    }

    // What its thread does with it.

    /**
     * Begins an application: {@link #application} and whoever listens is told.
     *
     * @param application its name
     * @param data        its arguments
     */
    public void beginApplication(String application, String data) {
        application(application, data);
        registry.applicationBegan(this);
    }

    /** Tells whoever listens that the dialplan run is over, and that extension h runs at most. */
    public void hangingUp() {
        registry.hangingUp(this);
    }

    /** Places the outgoing call. */
    public void dial() {
        leg.call();
    }

    /** Answers an incoming call; nothing happens when it is up already. */
    public void answer() {
        if (state != ChannelState.UP) {
            state(ChannelState.UP);
            leg.answer();
        }
    }

    /**
     * Waits for the next event of the channel's mailbox, which may be about another channel that delivers there.
     *
     * @param timeoutMs how long, in milliseconds; negative for without end
     * @return the event, or {@code null} when the time is over
     * @throws ChannelHungUp   this channel's call is over
     * @throws AbsoluteTimeout the time that TIMEOUT(absolute) gave the call is over
     * @throws ChannelRedirected it is wanted elsewhere in the dialplan
     */
    public @Nullable ChannelEvent await(long timeoutMs) {
        return wait.next(timeoutMs);
    }

    /**
     * Lets time pass; events are lost, except the end of the call.
     *
     * @param milliseconds how long
     * @throws ChannelHungUp the call is over
     */
    public void pause(long milliseconds) {
        wait.pause(milliseconds);
    }

    /**
     * Gives the call a time to end by, for TIMEOUT(absolute) and Dial's S and L.
     *
     * @param milliseconds from now; 0 for no limit
     */
    public void absoluteTimeout(long milliseconds) {
        wait.endIn(milliseconds);
    }

    /** {@return milliseconds that {@link #absoluteTimeout} leaves the call, negative once they are over; 0 for no limit} */
    public long absoluteTimeoutLeft() {
        return wait.endLeft();
    }

    /**
     * Ends the call and takes the channel off the list; happens once.
     *
     * @param cause a {@link HangupCause} number; {@link #hangupCause}, where set, goes first
     */
    public void hangup(int cause) {
        if (ENDED.compareAndSet(this, false, true)) {
            if (hangupCause == 0) {
                hangupCause = cause;
            }
            leg.hangup(hangupCause);
            registry.ended(this);
        }
    }

    /**
     * Sets what the channel is doing.
     *
     * @param newState the state
     */
    public void state(ChannelState newState) {
        if (state != newState) {
            state = newState;
            registry.stateChanged(this);
        }
    }

    @Override
    void variableSet(String variable, String value) {
        registry.variableSet(this, variable, value);
    }

    /** Its thread was interrupted in its wait: the call is over. */
    void interrupted() {
        hangupRequested = true;
    }

    @Override
    public String toString() {
        return name;
    }
}
