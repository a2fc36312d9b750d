package org.asterism.core.channel;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One party of a call, whatever its technology. The technology's half is the {@link CallLeg}; this half is what dialplan,
 * console and bridges work with.
 *
 * <p>A channel is looked after by one thread: the dialplan thread that runs it, or the one that dialled it. That thread waits in
 * {@link #await} and may call everything. Other threads may call what is documented for any thread. The leg reports through the
 * {@code on…} methods, from its own loop; they never block.
 */
public final class Channel extends ChannelFacts {
    private final ChannelRegistry registry;
    private final ChannelTechnology technology;
    private final String uniqueId;
    private final Instant created = Instant.now();
    private final long createdNanos = System.nanoTime();
    private final Attachments attachments = new Attachments();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CallLeg leg;

    private volatile String name;
    private volatile ChannelState state;
    private volatile @Nullable Instant answered;
    private volatile Mailbox mailbox;
    private volatile boolean hangupRequested;
    private volatile int hangupCause;
    private volatile long absoluteDeadlineNanos;
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

    /** {@return what it is doing} */
    public ChannelState state() {
        return state;
    }

    /** {@return when it was made} */
    public Instant created() {
        return created;
    }

    /** {@return when it was answered, {@code null} before} */
    public @Nullable Instant answered() {
        return answered;
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
        return hangupRequested || ended.get();
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

    private void requestHangup(int cause, boolean byFarEnd) {
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
        redirection = position;
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
        redirection = position;
        other.redirection = otherPosition;
        wake();
        other.wake();
    }

    /** {@return whether it is wanted elsewhere in the dialplan and has not gone there yet} */
    public boolean redirected() {
        return redirection != null;
    }

    /** {@return where {@link #redirect} wants it, which is forgotten with that; null when nowhere} */
    public @Nullable DialplanPosition takeRedirection() {
        DialplanPosition position = redirection;
        redirection = null;
        return position;
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
            markAnswered();
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
        long deadline = timeoutMs < 0 ? Long.MAX_VALUE : System.nanoTime() + timeoutMs * 1_000_000L;
        while (true) {
            checkAlive();
            long now = System.nanoTime();
            long left = deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - now;
            if (absoluteDeadlineNanos != 0) {
                left = Math.min(left, absoluteDeadlineNanos - now);
            }
            ChannelEvent event =
                    poll(left == Long.MAX_VALUE ? Mailbox.WITHOUT_END : Math.max(0, (left + 999_999) / 1_000_000));
            if (event == null) {
                checkAlive();
                if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0) {
                    return null;
                }
            } else if (event.channel() != this || event.kind() != ChannelEvent.Kind.HANGUP) {
                return event;
            }
        }
    }

    /**
     * Lets time pass; events are lost, except the end of the call.
     *
     * @param milliseconds how long
     * @throws ChannelHungUp the call is over
     */
    public void pause(long milliseconds) {
        long deadline = System.nanoTime() + milliseconds * 1_000_000L;
        long left = milliseconds;
        while (left > 0) {
            await(left);
            left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        }
    }

    /**
     * Gives the call a time to end by, for TIMEOUT(absolute) and Dial's S and L.
     *
     * @param milliseconds from now; 0 for no limit
     */
    public void absoluteTimeout(long milliseconds) {
        absoluteDeadlineNanos = milliseconds == 0 ? 0 : System.nanoTime() + milliseconds * 1_000_000L | 1;
    }

    /** {@return milliseconds that {@link #absoluteTimeout} leaves the call, negative once they are over; 0 for no limit} */
    public long absoluteTimeoutLeft() {
        long deadline = absoluteDeadlineNanos;
        if (deadline == 0) {
            return 0;
        }
        long left = deadline - System.nanoTime();
        return left <= 0 ? -1 : (left + 999_999) / 1_000_000;
    }

    /**
     * Ends the call and takes the channel off the list; happens once.
     *
     * @param cause a {@link HangupCause} number; {@link #hangupCause}, where set, goes first
     */
    public void hangup(int cause) {
        if (ended.compareAndSet(false, true)) {
            if (hangupCause == 0) {
                hangupCause = cause;
            }
            leg.hangup(hangupCause);
            registry.ended(this);
        }
    }

    // What the leg reports, from its loop.

    /** The far end was answered. */
    public void onAnswered() {
        markAnswered();
        mailbox.post(ChannelEvent.of(this, ChannelEvent.Kind.ANSWERED, 0));
    }

    /**
     * The far end lets us know something.
     *
     * @param indication what
     * @param text       the hold class or {@code null}
     */
    public void onIndication(Indication indication, @Nullable String text) {
        if (indication == Indication.RINGING && state != ChannelState.UP) {
            state(ChannelState.RINGING);
        }
        if (indication == Indication.HOLD || indication == Indication.UNHOLD) {
            registry.held(this, indication == Indication.HOLD, text);
        }
        mailbox.post(new ChannelEvent(this, ChannelEvent.Kind.INDICATION, 0, indication, text));
    }

    /**
     * A DTMF digit began.
     *
     * @param digit which
     */
    public void onDigitBegin(char digit) {
        registry.digit(this, digit, true);
        mailbox.post(ChannelEvent.of(this, ChannelEvent.Kind.DIGIT_BEGIN, digit));
    }

    /**
     * A DTMF digit ended.
     *
     * @param digit which
     */
    public void onDigitEnd(char digit) {
        registry.digit(this, digit, false);
        mailbox.post(ChannelEvent.of(this, ChannelEvent.Kind.DIGIT_END, digit));
    }

    /**
     * Text arrived.
     *
     * @param text the text
     */
    public void onText(String text) {
        mailbox.post(new ChannelEvent(this, ChannelEvent.Kind.TEXT, 0, null, text));
    }

    /**
     * A media source has come to its end.
     *
     * @param number as it was given to {@link org.asterism.core.media.MediaPort#play}
     */
    public void onMediaEnded(int number) {
        mailbox.post(ChannelEvent.of(this, ChannelEvent.Kind.MEDIA_ENDED, number));
    }

    /**
     * The far end hung up, or is gone.
     *
     * @param cause a {@link HangupCause} number
     */
    public void onHangup(int cause) {
        requestHangup(cause, true);
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

    private void markAnswered() {
        if (answered == null) {
            answered = Instant.now();
        }
        state(ChannelState.UP);
    }

    @Override
    void variableSet(String variable, String value) {
        registry.variableSet(this, variable, value);
    }

    private void checkAlive() {
        if (hungUp()) {
            throw new ChannelHungUp(name);
        }
        if (absoluteDeadlineNanos != 0 && System.nanoTime() - absoluteDeadlineNanos >= 0) {
            absoluteDeadlineNanos = 0;
            throw new AbsoluteTimeout(name);
        }
        if (redirection != null) {
            throw new ChannelRedirected(name);
        }
    }

    private @Nullable ChannelEvent poll(long timeoutMs) {
        try {
            return mailbox.poll(timeoutMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hangupRequested = true;
            throw new ChannelHungUp(Objects.requireNonNull(name));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
