package org.asterism.bench.perf.client;

import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.Md5Response;
import org.jspecify.annotations.Nullable;

/** A user that registers, and again before the registration ends. It has a call number only while it asks. */
final class Registrant extends Dialog {
    /** Asterisk's clients refresh after five sixths of the time. */
    private static final int REFRESH_NUMERATOR = 5;

    private static final int REFRESH_DENOMINATOR = 6;
    private static final long MS_PER_SECOND = 1000;
    private static final long AFTER_FAILURE_MS = 5000;
    /** Multiples of it, less the whole part, lie evenly between 0 and 1 however many there are. */
    private static final double GOLDEN_SECTION = 0.618_033_988_749_895;

    /** Learns how asking went. */
    interface Observer {
        /** It was granted or refused, for the first time or again. */
        void onOutcome(Registrant registrant);
    }

    private enum State {
        RESTING,
        ASKING
    }

    private final Observer observer;
    private final String user;
    private State state = State.RESTING;
    private boolean tokenReturned;
    private boolean stopped;
    private boolean settled;
    private boolean registered;
    private long askedNs;

    Registrant(Exchange exchange, int index, Outbox outbox, int localAddress, Observer observer) {
        super(exchange, index, outbox, localAddress);
        this.observer = observer;
        this.user = ClientSettings.fill(exchange.settings().user(), index);
        exchange.watch(this);
    }

    /** Whether it has asked and been answered, or given up, at least once. */
    boolean settled() {
        return settled;
    }

    boolean isAsking() {
        return state == State.ASKING;
    }

    /** Asks. */
    void ask() {
        tokenReturned = false;
        state = State.ASKING;
        askedNs = exchange.nowNs();
        if (!begin()) {
            over("no call number is free", AFTER_FAILURE_MS);
            return;
        }
        deadlineIn(exchange.settings().giveUpMs());
        sendRequest(new byte[0], "");
    }

    /** Does not ask again. */
    void stop() {
        stopped = true;
        if (state == State.RESTING) {
            deadlineNs = Long.MAX_VALUE;
        }
    }

    private void sendRequest(byte[] token, String response) {
        ElementWriter list = elements().text(InformationElement.USERNAME, user);
        if (!response.isEmpty()) {
            list.text(InformationElement.MD5_RESULT, response);
        }
        list.u16(InformationElement.REFRESH, exchange.settings().refreshSeconds())
                .bytes(InformationElement.CALL_TOKEN, token);
        sendCommand(IaxCommand.REGREQ, list);
    }

    @Override
    void onToken(FrameElements list) {
        if (state == State.ASKING && !tokenReturned) {
            tokenReturned = true;
            restart();
            sendRequest(list.bytes(InformationElement.CALL_TOKEN), "");
        }
    }

    @Override
    void onSequenced(FullFrame frame, FrameElements list, @Nullable IaxCommand command, long arrivedNs) {
        switch (command) {
            case REGAUTH -> authenticate(list);
            case REGACK -> {
                acknowledgeNow(frame);
                granted(list, arrivedNs);
            }
            case REGREJ -> {
                acknowledgeNow(frame);
                int cause = list.u8(InformationElement.CAUSE_CODE, 0);
                over("REGREJ, cause " + cause + " " + list.text(InformationElement.CAUSE, ""), AFTER_FAILURE_MS);
            }
            case null, default -> {}
        }
    }

    private void granted(FrameElements list, long arrivedNs) {
        long seconds = list.u16(InformationElement.REFRESH, exchange.settings().refreshSeconds());
        long restMs = Math.max(1, seconds * MS_PER_SECOND * REFRESH_NUMERATOR / REFRESH_DENOMINATOR);
        exchange.tally().registrations++;
        if (registered) {
            if (exchange.isMeasuring()) {
                exchange.tally().refresh.record(arrivedNs - askedNs);
            }
        } else {
            registered = true;
            exchange.tally().registration.record(arrivedNs - askedNs);
            // From here on users refresh evenly over the interval, however quickly they came.
            restMs = Math.max(1, (long) (restMs * ((index + 1) * GOLDEN_SECTION % 1)));
        }
        over("", restMs);
    }

    private void authenticate(FrameElements list) {
        String secret = ClientSettings.fill(exchange.settings().secret(), index);
        if ((list.u16(InformationElement.AUTH_METHODS, 0) & AuthMethods.MD5) == 0) {
            over("the server offers no MD5", AFTER_FAILURE_MS);
        } else if (secret.isEmpty()) {
            over("the server wants a password: --secret", AFTER_FAILURE_MS);
        } else {
            sendRequest(new byte[0], Md5Response.of(list.text(InformationElement.CHALLENGE, ""), secret));
        }
    }

    @Override
    void onLost() {
        if (state == State.ASKING) {
            over("INVAL", AFTER_FAILURE_MS);
        }
    }

    @Override
    void onDeadline() {
        if (state == State.ASKING) {
            over("no answer to REGREQ", AFTER_FAILURE_MS);
        } else if (!stopped) {
            ask();
        }
    }

    private void over(String failure, long restMs) {
        if (!failure.isEmpty()) {
            exchange.tally().failed(failure.strip());
        }
        state = State.RESTING;
        end();
        observer.onOutcome(this);
        settled = true;
        if (!stopped) {
            deadlineIn(restMs);
        }
    }
}
