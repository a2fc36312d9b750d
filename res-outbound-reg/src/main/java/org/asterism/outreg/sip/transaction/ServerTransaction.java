package org.asterism.outreg.sip.transaction;

import org.asterism.core.time.TimerWheel;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.jspecify.annotations.Nullable;

/**
 * A server transaction (RFC 3261 section 17.2, RFC 6026 for 2xx to INVITE). Like {@link ClientTransaction} it has neither clock nor
 * socket. A request that comes again gets the last response again.
 *
 * <pre>
 *  state       left by
 *  TRYING      1xx -> PROCEEDING, a final response, its deadline
 *  PROCEEDING  a final response, its deadline
 *  ACCEPTED    timer L; only INVITE after 2xx, which its user repeats
 *  COMPLETED   timer J; INVITE: repeats the response after T1, 2 T1 ... T2 until ACK -> CONFIRMED or timer H,
 *              unasked only where a 1xx was sent before
 *  CONFIRMED   timer I; further ACKs are swallowed
 *  TERMINATED
 * </pre>
 */
public final class ServerTransaction {
    /** When an INVITE that nobody answered yet gets a 100, so that it is not sent again. */
    private static final int TRYING_MS = 200;

    /** Where it stands. */
    public enum State {
        /** No response yet. */
        TRYING,
        /** A 1xx was sent. */
        PROCEEDING,
        /** A 2xx was sent to an INVITE. */
        ACCEPTED,
        /** The final response was sent. */
        COMPLETED,
        /** An ACK came. */
        CONFIRMED,
        /** Over. */
        TERMINATED
    }

    /** Sends for it. */
    public interface User {
        /**
         * Sends a response to where the request came from.
         *
         * @param response the response
         * @return false when that cannot work any more
         */
        boolean transmit(SipResponse response);

        /** Nobody answered the request, or acknowledged the answer. */
        void onTimeout();
    }

    private final SipRequest request;
    private final boolean invite;
    private final boolean reliable;
    private final Timings timings;
    private final User user;

    private State state = State.TRYING;
    private @Nullable SipResponse last;
    private long timeoutMs = TimerWheel.NO_DEADLINE;
    private long retransmitMs = TimerWheel.NO_DEADLINE;
    private long intervalMs;

    /**
     * Creates one for a request that has just arrived.
     *
     * @param nowMs    the time
     * @param request  the request
     * @param reliable whether the transport retransmits by itself
     * @param timings  how long to wait
     * @param user     sends
     */
    public ServerTransaction(long nowMs, SipRequest request, boolean reliable, Timings timings, User user) {
        this.request = request;
        this.invite = request.method().equals("INVITE");
        this.reliable = reliable;
        this.timings = timings;
        this.user = user;
        this.timeoutMs = nowMs + (invite ? Timings.RINGING_MS : timings.timeout());
        this.retransmitMs = invite ? nowMs + TRYING_MS : TimerWheel.NO_DEADLINE;
    }

    /** {@return the request} */
    public SipRequest request() {
        return request;
    }

    /** {@return where it stands} */
    public State state() {
        return state;
    }

    /** {@return whether a final response was sent} */
    public boolean isAnswered() {
        return state != State.TRYING && state != State.PROCEEDING;
    }

    /** {@return when to call {@link #onDeadline}, {@link TimerWheel#NO_DEADLINE} when it is over} */
    public long deadlineMs() {
        return Math.min(timeoutMs, retransmitMs);
    }

    /** The request came again. */
    public void onRetransmission() {
        SipResponse response = last;
        if (response != null && (state == State.PROCEEDING || state == State.COMPLETED)) {
            user.transmit(response);
        }
    }

    /**
     * An ACK with the branch of this INVITE came.
     *
     * @param nowMs the time
     */
    public void onAck(long nowMs) {
        if (state == State.COMPLETED && invite) {
            if (reliable) {
                enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
            } else {
                enter(State.CONFIRMED, nowMs + timings.t4());
            }
        }
    }

    /**
     * Sends a response; after a final one nothing is sent any more, but further 2xx to an INVITE.
     *
     * @param nowMs    the time
     * @param response the response
     * @return whether it was sent
     */
    public boolean respond(long nowMs, SipResponse response) {
        if (state == State.ACCEPTED && response.isSuccess()) {
            return user.transmit(response);
        }
        if (isAnswered()) {
            return false;
        }
        last = response;
        // Who has heard nothing yet sends the INVITE again and so asks for the answer again. To repeat it unasked would
        // only
        // multiply what a forged source address gets.
        boolean asksAgain = state == State.TRYING;
        if (response.isProvisional()) {
            state = State.PROCEEDING;
            retransmitMs = TimerWheel.NO_DEADLINE;
        } else if (invite && response.isSuccess()) {
            enter(State.ACCEPTED, nowMs + timings.timeout());
        } else if (invite || !reliable) {
            enter(State.COMPLETED, nowMs + timings.timeout());
            if (invite && !reliable && !asksAgain) {
                intervalMs = timings.t1();
                retransmitMs = nowMs + intervalMs;
            }
        } else {
            enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
        }
        if (!user.transmit(response)) {
            enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
            return false;
        }
        return true;
    }

    /**
     * A deadline has come.
     *
     * @param nowMs the time
     */
    public void onDeadline(long nowMs) {
        if (nowMs >= timeoutMs) {
            boolean failed = !isAnswered() || (state == State.COMPLETED && invite);
            enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
            if (failed) {
                user.onTimeout();
            }
        } else if (nowMs >= retransmitMs && state == State.TRYING) {
            respond(nowMs, SipResponse.to(request, 100, "Trying").build());
        } else if (nowMs >= retransmitMs) {
            intervalMs = Math.min(2 * intervalMs, timings.t2());
            retransmitMs = Math.max(retransmitMs + intervalMs, nowMs + 1);
            onRetransmission();
        }
    }

    /** Ends it without a word to anybody. */
    public void abandon() {
        enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
    }

    private void enter(State next, long deadlineMs) {
        state = next;
        timeoutMs = deadlineMs;
        retransmitMs = TimerWheel.NO_DEADLINE;
    }
}
