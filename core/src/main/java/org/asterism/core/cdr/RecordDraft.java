package org.asterism.core.cdr;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.core.cdr.RecordState.Event;
import org.asterism.core.channel.AmaFlags;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.DialStatus;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.jspecify.annotations.Nullable;

/** A record that is being written. Guarded by its {@link ChannelRecords}. */
final class RecordDraft {
    /** Once this has run it stays the last application, whatever it runs inside. */
    private static final String DIAL = "Dial";

    /** What a called channel seems to run while it runs nothing, see {@code AppDial} and {@code AppDial2}. */
    private static final String CALLED = "AppDial";

    private final long sequence;
    /** By name in any case; null while none are set. */
    private @Nullable Map<String, String> variables;

    private RecordState state = RecordState.SINGLE;
    private Instant start;
    private @Nullable Instant answer;
    private @Nullable Instant end;
    private Disposition disposition = Disposition.UNKNOWN;
    private String accountCode = "";
    private AmaFlags amaFlags = AmaFlags.DOCUMENTATION;
    private CallerId callerId = CallerId.UNKNOWN;
    private String context = "";
    private String destination = "";
    private String channelName = "";
    private String application = "";
    private String data = "";
    private String linkedId = "";
    private String userField = "";
    private @Nullable Channel peer;
    private String peerName = "";
    private String peerAccount = "";

    RecordDraft(long sequence, Channel channel, Instant now) {
        this.sequence = sequence;
        this.start = now;
        observe(channel, now);
    }

    /** {@return what it is doing} */
    RecordState state() {
        return state;
    }

    /** {@return whom the channel called, {@code null} when nobody} */
    @Nullable
    Channel peer() {
        return peer;
    }

    /**
     * Does what an event means.
     *
     * @return whether it means anything in this state
     */
    boolean fire(Event event, Channel channel, Instant now, RecordSettings settings) {
        RecordState next = state.after(event);
        if (next == null) {
            return false;
        }
        observe(channel, now);
        if (next == RecordState.FINALIZED) {
            finish(channel.hangupCause(), now, settings);
        }
        state = next;
        return true;
    }

    /** The channel began to call another one. */
    boolean dialBegan(Channel channel, Channel called, Instant now, RecordSettings settings) {
        if (!fire(Event.DIAL_BEGAN, channel, now, settings)) {
            return false;
        }
        peer = called;
        observePeer();
        return true;
    }

    /** That call was answered, failed, or was given up. */
    boolean dialEnded(Channel channel, DialStatus status, Instant now, RecordSettings settings) {
        Event event = status == DialStatus.ANSWER ? Event.DIAL_ANSWERED : Event.DIAL_FAILED;
        if (state.after(event) == null) {
            return false;
        }
        disposition = disposition(status, settings);
        return fire(event, channel, now, settings);
    }

    /** Takes over what the channel is now. */
    void observe(Channel channel, Instant now) {
        if (state == RecordState.FINALIZED) {
            return;
        }
        channelName = channel.name();
        accountCode = channel.accountCode();
        amaFlags = channel.amaFlags();
        linkedId = channel.linkedId();
        callerId = channel.callerId();
        DialplanPosition position = channel.position();
        context = position.context();
        destination = position.extension();
        String running = channel.application();
        boolean placeholder = running.startsWith(CALLED) && !application.isEmpty();
        if (!running.isEmpty() && !placeholder && !application.equals(DIAL)) {
            application = running;
            data = channel.applicationData();
        }
        if (answer == null && channel.state() == ChannelState.UP) {
            answer = now;
        }
        observePeer();
    }

    private void observePeer() {
        if (peer != null) {
            peerName = peer.name();
            peerAccount = peer.accountCode();
        }
    }

    private void finish(int hangupCause, Instant now, RecordSettings settings) {
        end = now;
        if (disposition == Disposition.UNKNOWN) {
            disposition = answer == null ? disposition(hangupCause, settings) : Disposition.ANSWERED;
        }
    }

    private static Disposition disposition(int hangupCause, RecordSettings settings) {
        return switch (hangupCause) {
            case HangupCause.USER_BUSY -> Disposition.BUSY;
            case HangupCause.CONGESTION -> settings.congestion() ? Disposition.CONGESTION : Disposition.FAILED;
            case HangupCause.NORMAL_CLEARING, HangupCause.NO_ANSWER -> Disposition.NO_ANSWER;
            default -> Disposition.FAILED;
        };
    }

    private static Disposition disposition(DialStatus status, RecordSettings settings) {
        return switch (status) {
            case ANSWER -> Disposition.ANSWERED;
            case BUSY -> Disposition.BUSY;
            case NOANSWER -> Disposition.NO_ANSWER;
            case CANCEL -> settings.cancelDisposition() ? Disposition.CANCEL : Disposition.NO_ANSWER;
            case CONGESTION -> settings.congestion() ? Disposition.CONGESTION : Disposition.FAILED;
            case CHANUNAVAIL, INVALIDARGS -> Disposition.FAILED;
        };
    }

    /** Counts times from now on, for ResetCDR and ForkCDR. */
    void resetTimes(Instant now) {
        start = now;
        resetAnswer(now);
    }

    /** Counts the answered time from now on, where it was answered. */
    void resetAnswer(Instant now) {
        answer = answer == null ? null : now;
    }

    /** Takes over when another record began and was answered, and what is set on it. */
    void continueFrom(RecordDraft other, boolean withVariables) {
        start = other.start;
        answer = other.answer;
        if (withVariables) {
            variables = other.variables == null ? null : copy(other.variables);
            userField = other.userField;
        }
    }

    /** Sets CDR(userfield), or a variable of the record. */
    void set(String name, String value) {
        if (name.equalsIgnoreCase("userfield")) {
            userField = value;
        } else if (!value.isEmpty()) {
            if (variables == null) {
                variables = copy(Map.of());
            }
            variables.put(name, value);
        } else if (variables != null) {
            variables.remove(name);
        }
    }

    private static Map<String, String> copy(Map<String, String> from) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(from);
        return copy;
    }

    void forgetVariables() {
        variables = null;
    }

    /** {@return a variable of the record, or {@code null}} */
    @Nullable
    String variable(String name) {
        return variables == null ? null : variables.get(name);
    }

    /** {@return variables of the record by name} */
    Map<String, String> variables() {
        return variables == null ? Map.of() : Map.copyOf(variables);
    }

    /** {@return the record as it is; it ends now unless it has ended} */
    CallRecord record(Channel channel, Instant now, RecordSettings settings) {
        Instant until = end == null ? now : end;
        return new CallRecord(
                accountCode,
                callerId.number(),
                destination,
                context,
                "\"" + callerId.name() + "\" <" + callerId.number() + ">",
                channelName,
                peerName,
                application,
                data,
                start,
                answer,
                until,
                Duration.between(start, until).toMillis() / 1_000,
                billable(until, settings),
                disposition,
                amaFlags,
                channel.uniqueId(),
                userField,
                peerAccount,
                linkedId,
                sequence);
    }

    private long billable(Instant until, RecordSettings settings) {
        if (answer == null) {
            return 0;
        }
        long millis = Duration.between(answer, until).toMillis();
        return millis / 1_000 + (settings.initiatedSeconds() && millis % 1_000 >= 500 ? 1 : 0);
    }

    /** {@return when it ended, {@code null} while it has not} */
    @Nullable
    Instant end() {
        return end;
    }
}
