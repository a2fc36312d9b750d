package org.asterism.iax2.registrant;

import java.net.InetSocketAddress;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.time.Timer;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.DialogFailure;
import org.asterism.iax2.engine.DialogListener;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.peer.HostLookup;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.Md5Response;
import org.asterism.iax2.wire.RsaSignature;
import org.jspecify.annotations.Nullable;

/**
 * One {@code register =>} line: keeps us registered with a registrar (RFC 5456 section 6.1, figure 1). Every state has a deadline,
 * after which the next request goes out: 5/6 of the granted interval, or of 60 s while there is none. Lives on its shard's thread.
 */
public final class Registrant implements DialogListener {
    private static final int DEFAULT_REFRESH_SECONDS = 60;
    private static final int LOOKUP_RETRY_MS = 10_000;
    private static final int HISTORY = 16;
    /** However short the interval a registrar grants: it must not make us flood it. */
    private static final int SHORTEST_PAUSE_MS = 1000;

    private enum Event {
        DUE,
        NOT_FOUND,
        CHALLENGED,
        UNANSWERABLE,
        ACCEPTED,
        REFUSED,
        UNANSWERED
    }

    private final RegisterLine line;
    private final Iax2Shard shard;
    private final HostLookup lookup;
    private final RegistrantListener listener;
    private final RegistrantCredentials credentials;
    private final Deque<String> history = new ArrayDeque<>();
    private final Timer refreshTimer = new Timer() {
        @Override
        protected void expire(long nowMs) {
            due();
        }
    };

    private RegistrantState state = RegistrantState.UNREGISTERED;
    private @Nullable PeerAddress registrar;
    private @Nullable Dialog dialog;
    private @Nullable InetSocketAddress perceived;
    private int refreshSeconds = DEFAULT_REFRESH_SECONDS;
    private int messages = -1;
    private boolean stopped;

    /**
     * Creates a registration that does nothing before {@link #start}.
     *
     * @param line        what iax.conf says
     * @param socket      where requests leave
     * @param lookup      finds the registrar's address
     * @param credentials what we can prove ourselves with
     * @param listener    is told
     */
    public Registrant(
            RegisterLine line,
            Iax2Socket socket,
            HostLookup lookup,
            RegistrantCredentials credentials,
            RegistrantListener listener) {
        this.line = line;
        this.shard = socket.shard();
        this.lookup = lookup;
        this.credentials = credentials;
        this.listener = listener;
    }

    /** {@return what iax.conf says} */
    public RegisterLine line() {
        return line;
    }

    /** {@return what it proves itself with} */
    RegistrantCredentials credentials() {
        return credentials;
    }

    /**
     * Begins, after a while: many registrations of one server are spread over time by it.
     *
     * @param delayMs in ms
     */
    public void start(long delayMs) {
        shard.timers().schedule(refreshTimer, shard.nowMs() + delayMs);
    }

    /** Ends it without a word to the registrar, as Asterisk does. */
    public void stop() {
        stopped = true;
        shard.timers().cancel(refreshTimer);
        closeDialog();
    }

    /** {@return what there is to know of it} */
    public RegistrantStatus status() {
        return new RegistrantStatus(
                host(),
                isFollowed(),
                line.user(),
                perceived == null ? "<Unregistered>" : text(perceived),
                refreshSeconds,
                state,
                Math.max(0, refreshTimer.deadlineMs() - shard.nowMs()),
                new ArrayList<>(history));
    }

    /** The one place where the state changes, and where the deadline of the new state is set. */
    private void on(Event event) {
        RegistrantState next = switch (event) {
            case DUE -> RegistrantState.REQUEST_SENT;
            case NOT_FOUND -> RegistrantState.UNREGISTERED;
            case CHALLENGED -> RegistrantState.AUTH_SENT;
            case UNANSWERABLE -> RegistrantState.NO_AUTHENTICATION;
            case ACCEPTED -> RegistrantState.REGISTERED;
            case REFUSED -> RegistrantState.REJECTED;
            case UNANSWERED -> RegistrantState.TIMEOUT;
        };
        if (next != state || event != Event.DUE) {
            if (history.size() == HISTORY) {
                history.removeFirst();
            }
            history.addLast(state.label() + " -> " + next.label() + " (" + event + ") at " + shard.nowMs());
        }
        state = next;
        switch (event) {
            case NOT_FOUND -> scheduleIn(LOOKUP_RETRY_MS);
            case DUE, CHALLENGED, ACCEPTED, REFUSED, UNANSWERABLE, UNANSWERED ->
                scheduleIn(Math.max(SHORTEST_PAUSE_MS, refreshSeconds * 5000L / 6));
        }
    }

    private void scheduleIn(long delayMs) {
        shard.timers().schedule(refreshTimer, shard.nowMs() + delayMs);
    }

    private void due() {
        scheduleIn(LOOKUP_RETRY_MS);
        lookup.find(line.host(), line.port(), this::found);
    }

    private void found(@Nullable PeerAddress address) {
        if (stopped) {
            return;
        }
        closeDialog();
        if (address == null) {
            on(Event.NOT_FOUND);
            listener.onTrouble(line, host(), state);
            return;
        }
        registrar = address;
        Dialog opened = shard.open(address, this);
        on(Event.DUE);
        if (opened != null) {
            dialog = opened;
            opened.send(IaxCommand.REGREQ, request(opened).empty(InformationElement.CALL_TOKEN));
        }
    }

    private ElementWriter request(Dialog within) {
        return within.compose()
                .text(InformationElement.USERNAME, line.user())
                .u16(InformationElement.REFRESH, refreshSeconds);
    }

    @Override
    public void onFrame(Dialog from, FullFrame frame, FrameElements elements) {
        if (frame.type() != FrameType.IAX) {
            return;
        }
        IaxCommand command = frame.command();
        if (command == null) {
            return;
        }
        switch (command) {
            case REGAUTH -> challenged(from, elements);
            case REGACK -> accepted(from, elements);
            case REGREJ, REJECT -> refused(from, elements);
            default -> {}
        }
    }

    @Override
    public void onFailed(Dialog from, DialogFailure why) {
        dialog = null;
        perceived = null;
        refreshSeconds = DEFAULT_REFRESH_SECONDS;
        on(Event.UNANSWERED);
        listener.onTrouble(line, host(), state);
    }

    private void challenged(Dialog from, FrameElements elements) {
        int methods = elements.u16(InformationElement.AUTH_METHODS, 0);
        String challenge = elements.text(InformationElement.CHALLENGE, "");
        ElementWriter answer = request(from);
        if (!prove(answer, methods, challenge)) {
            from.finish(
                    IaxCommand.REJECT,
                    from.compose()
                            .text(InformationElement.CAUSE, "No authority found")
                            .u8(InformationElement.CAUSE_CODE, 50));
            dialog = null;
            on(Event.UNANSWERABLE);
            listener.onTrouble(line, host(), state);
            return;
        }
        on(Event.CHALLENGED);
        from.send(IaxCommand.REGREQ, answer.empty(InformationElement.CALL_TOKEN));
    }

    /** Puts the proof into the answer; a secret in clear only where the configuration permits it. */
    private boolean prove(ElementWriter answer, int methods, String challenge) {
        PrivateKey key = credentials.key();
        if (key != null) {
            return (methods & AuthMethods.RSA) != 0 && !challenge.isEmpty() && sign(answer, challenge, key);
        }
        String secret = credentials.secret();
        if (!secret.isEmpty() && (methods & AuthMethods.MD5) != 0 && !challenge.isEmpty()) {
            answer.text(InformationElement.MD5_RESULT, Md5Response.of(challenge, secret));
            return true;
        }
        if (!secret.isEmpty() && (methods & AuthMethods.PLAINTEXT) != 0 && credentials.plaintext()) {
            answer.text(InformationElement.PASSWORD, secret);
            return true;
        }
        return false;
    }

    private static boolean sign(ElementWriter answer, String challenge, PrivateKey key) {
        try {
            answer.text(InformationElement.RSA_RESULT, RsaSignature.sign(challenge, key));
            return true;
        } catch (InvalidKeyException e) {
            return false;
        }
    }

    private void accepted(Dialog from, FrameElements elements) {
        from.close();
        InetSocketAddress seen = elements.apparentAddress();
        int count = elements.u16(InformationElement.MESSAGE_COUNT, -1);
        boolean changed = (state != RegistrantState.REGISTERED && perceived == null)
                || (seen != null && !seen.equals(perceived))
                || count != messages;
        refreshSeconds = Math.max(1, elements.u16(InformationElement.REFRESH, DEFAULT_REFRESH_SECONDS));
        perceived = seen;
        messages = count;
        dialog = null;
        on(Event.ACCEPTED);
        if (changed) {
            listener.onRegistered(line, host(), seen == null ? "<Unknown>" : text(seen), count);
        }
    }

    private void refused(Dialog from, FrameElements elements) {
        from.close();
        perceived = null;
        dialog = null;
        on(Event.REFUSED);
        listener.onRejected(line, host(), elements.text(InformationElement.CAUSE, "<Unknown>"));
    }

    private void closeDialog() {
        Dialog open = dialog;
        dialog = null;
        if (open != null) {
            open.close();
        }
    }

    private boolean isFollowed() {
        String host = line.host();
        return !host.contains(":") && !host.matches("[0-9.]+");
    }

    private String host() {
        PeerAddress address = registrar;
        return address == null ? line.host() + ":" + line.portOrDefault() : address.toString();
    }

    private static String text(InetSocketAddress address) {
        return PeerAddress.of(address).toString();
    }
}
