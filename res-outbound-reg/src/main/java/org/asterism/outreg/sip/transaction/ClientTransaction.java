package org.asterism.outreg.sip.transaction;

import org.asterism.core.time.TimerWheel;
import org.asterism.outreg.sip.message.SipMessage;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;

/**
 * A client transaction (RFC 3261 section 17.1, RFC 6026 for 2xx to INVITE). It has no clock and no socket: its owner hands it responses
 * and the time, calls {@link #onDeadline} when {@link #deadlineMs} has come, and does what the {@link User} is told. Owned by one
 * thread.
 *
 * <pre>
 *  state       retransmits                    left by
 *  CALLING     after T1, 2 T1, 4 T1 ...       1xx -> PROCEEDING, 2xx..6xx, silence of timer B or F, broken transport
 *              (not INVITE: at most T2)
 *  PROCEEDING  not INVITE: every T2           as CALLING; an INVITE is given up after timer C without a further 1xx
 *  ACCEPTED    no                             timer M; only INVITE after 2xx, further 2xx are handed on
 *  COMPLETED   ACK to repeated finals         timer D or K; nothing is handed on any more
 *  TERMINATED  no
 * </pre>
 */
public final class ClientTransaction {
    /** Where it stands. */
    public enum State {
        /** Nothing has come back. */
        CALLING,
        /** A 1xx came. */
        PROCEEDING,
        /** A 2xx came to an INVITE. */
        ACCEPTED,
        /** The final response came; repetitions are swallowed. */
        COMPLETED,
        /** Over. */
        TERMINATED
    }

    /** Does what the transaction wants, and hears of what happens. */
    public interface User {
        /**
         * Sends a message to where the request goes.
         *
         * @param message the request, or an ACK
         * @return false when that cannot work any more
         */
        boolean transmit(SipMessage message);

        /**
         * A response, repetitions left out.
         *
         * @param response any class
         */
        void onResponse(SipResponse response);

        /** Nobody answered in time. */
        void onTimeout();

        /** The transport is broken. */
        void onTransportFailure();
    }

    private final SipRequest request;
    private final boolean invite;
    private final boolean reliable;
    private final Timings timings;
    private final User user;

    private State state = State.CALLING;
    private long timeoutMs = TimerWheel.NO_DEADLINE;
    private long retransmitMs = TimerWheel.NO_DEADLINE;
    private long intervalMs;
    private int transmissions;

    /**
     * Creates one that has sent nothing.
     *
     * @param request  with its Via
     * @param reliable whether the transport retransmits by itself
     * @param timings  how long to wait
     * @param user     sends and listens
     */
    public ClientTransaction(SipRequest request, boolean reliable, Timings timings, User user) {
        this.request = request;
        this.invite = request.method().equals("INVITE");
        this.reliable = reliable;
        this.timings = timings;
        this.user = user;
    }

    /** {@return the request as it goes over the wire} */
    public SipRequest request() {
        return request;
    }

    /** {@return where it stands} */
    public State state() {
        return state;
    }

    /** {@return how often the request was sent} */
    public int transmissions() {
        return transmissions;
    }

    /** {@return when to call {@link #onDeadline}, {@link TimerWheel#NO_DEADLINE} when it is over} */
    public long deadlineMs() {
        return Math.min(timeoutMs, retransmitMs);
    }

    /**
     * Sends the request.
     *
     * @param nowMs the time
     */
    public void start(long nowMs) {
        intervalMs = timings.t1();
        timeoutMs = nowMs + timings.timeout();
        retransmitMs = reliable ? TimerWheel.NO_DEADLINE : nowMs + intervalMs;
        transmit();
    }

    /**
     * A response that matches.
     *
     * @param nowMs    the time
     * @param response the response
     */
    public void onResponse(long nowMs, SipResponse response) {
        boolean open = state == State.CALLING || state == State.PROCEEDING;
        if (open && response.isProvisional()) {
            proceed(nowMs);
            user.onResponse(response);
        } else if (open && invite && response.isSuccess()) {
            enter(State.ACCEPTED, nowMs + timings.timeout());
            user.onResponse(response);
        } else if (open) {
            complete(nowMs, response);
            user.onResponse(response);
        } else if (state == State.ACCEPTED && response.isSuccess()) {
            user.onResponse(response);
        } else if (state == State.COMPLETED && invite && response.status() >= 300) {
            user.transmit(AckRequest.to(request, response));
        }
    }

    private void proceed(long nowMs) {
        state = State.PROCEEDING;
        if (invite) {
            retransmitMs = TimerWheel.NO_DEADLINE;
            timeoutMs = nowMs + Timings.RINGING_MS;
        } else if (!reliable) {
            intervalMs = timings.t2();
            retransmitMs = nowMs + intervalMs;
        }
    }

    private void complete(long nowMs, SipResponse response) {
        int lingerMs = reliable ? 0 : invite ? timings.timeout() : timings.t4();
        if (lingerMs == 0) {
            enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
        } else {
            enter(State.COMPLETED, nowMs + lingerMs);
        }
        if (invite) {
            user.transmit(AckRequest.to(request, response));
        }
    }

    /** The transport says that what was sent did not get through, or what is awaited cannot come. */
    public void onTransportFailure() {
        boolean open = state == State.CALLING || state == State.PROCEEDING;
        enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
        if (open) {
            user.onTransportFailure();
        }
    }

    /** Ends it without a word to anybody. */
    public void abandon() {
        enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
    }

    /**
     * A deadline has come.
     *
     * @param nowMs the time
     */
    public void onDeadline(long nowMs) {
        if (nowMs >= timeoutMs) {
            boolean open = state == State.CALLING || state == State.PROCEEDING;
            enter(State.TERMINATED, TimerWheel.NO_DEADLINE);
            if (open) {
                user.onTimeout();
            }
        } else if (nowMs >= retransmitMs) {
            boolean doubles = state == State.CALLING;
            intervalMs = doubles ? 2 * intervalMs : timings.t2();
            if (!invite) {
                intervalMs = Math.min(intervalMs, timings.t2());
            }
            // From the deadline and not from now: a busy loop must not stretch the series.
            retransmitMs = Math.max(retransmitMs + intervalMs, nowMs + 1);
            transmit();
        }
    }

    private void transmit() {
        transmissions++;
        if (!user.transmit(request)) {
            onTransportFailure();
        }
    }

    private void enter(State next, long deadlineMs) {
        state = next;
        timeoutMs = deadlineMs;
        retransmitMs = TimerWheel.NO_DEADLINE;
    }
}
