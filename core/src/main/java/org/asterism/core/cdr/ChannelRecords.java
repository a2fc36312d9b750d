package org.asterism.core.cdr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.asterism.core.cdr.RecordState.Event;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialStatus;
import org.jspecify.annotations.Nullable;

/** The records of one channel: one for each party it called, and one for each part of its way through the dialplan between. Any thread. */
final class ChannelRecords {
    /** A dialplan that calls again and again makes a record each time; more than this are not kept. */
    private static final int MAX_RECORDS = 1_000;

    private final Channel channel;
    private final LongSupplier sequence;
    private final List<RecordDraft> drafts = new ArrayList<>(1);
    private boolean disabled;
    private boolean called;
    private boolean ending;

    ChannelRecords(Channel channel, LongSupplier sequence, Instant now, boolean disabled) {
        this.channel = channel;
        this.sequence = sequence;
        this.disabled = disabled;
        drafts.add(new RecordDraft(sequence.getAsLong(), channel, now));
    }

    /** The channel was called by another one: it has a record only if it becomes a caller itself. */
    synchronized void called() {
        called = true;
    }

    synchronized void observe(Instant now) {
        drafts.forEach(draft -> draft.observe(channel, now));
    }

    synchronized void applicationBegan(Instant now, RecordSettings settings) {
        boolean open = false;
        for (RecordDraft draft : drafts) {
            if (!draft.fire(Event.NEXT_STEP, channel, now, settings) && draft.state() != RecordState.FINALIZED) {
                draft.observe(channel, now);
                open = true;
            }
        }
        if (!open && !ending) {
            append(now);
        }
    }

    synchronized void dialBegan(Channel peer, Instant now, RecordSettings settings) {
        for (RecordDraft draft : drafts) {
            if (draft.dialBegan(channel, peer, now, settings)) {
                return;
            }
        }
        append(now).dialBegan(channel, peer, now, settings);
    }

    synchronized void dialEnded(Channel peer, DialStatus status, Instant now, RecordSettings settings) {
        for (RecordDraft draft : drafts) {
            if (peer.equals(draft.peer()) && draft.dialEnded(channel, status, now, settings)) {
                return;
            }
        }
    }

    /** The switch called this channel by itself, and that came to an end. */
    synchronized void originated(DialStatus status, Instant now, RecordSettings settings) {
        if (status != DialStatus.ANSWER) {
            drafts.getLast().dialEnded(channel, status, now, settings);
        }
    }

    synchronized void bridged(Channel other, Instant now, RecordSettings settings) {
        for (RecordDraft draft : drafts) {
            if (other.equals(draft.peer()) && draft.fire(Event.BRIDGE_ENTERED, channel, now, settings)) {
                return;
            }
        }
    }

    synchronized void unbridged(Instant now, RecordSettings settings) {
        drafts.forEach(draft -> draft.fire(Event.BRIDGE_LEFT, channel, now, settings));
    }

    /** The dialplan run is over; from now on no record is begun. */
    synchronized void hangingUp(Instant now, RecordSettings settings) {
        ending = true;
        if (settings.endBeforeHangup()) {
            end(now, settings);
        }
    }

    /** Ends what is not ended, for ForkCDR and the end of the channel. */
    synchronized void end(Instant now, RecordSettings settings) {
        drafts.forEach(draft -> draft.fire(Event.ENDED, channel, now, settings));
    }

    /** {@return the records of the channel, which is over, that are to be kept} */
    synchronized List<CallRecord> complete(Instant now, RecordSettings settings) {
        end(now, settings);
        List<CallRecord> complete = new ArrayList<>();
        if (disabled) {
            return complete;
        }
        for (RecordDraft draft : drafts) {
            boolean alone = draft.peer() == null;
            CallRecord record = draft.record(channel, now, settings);
            boolean wanted = record.disposition() == Disposition.ANSWERED || !alone || settings.unanswered();
            if (wanted && !(alone && called)) {
                complete.add(record);
            }
        }
        return complete;
    }

    // What the dialplan does to them.

    synchronized void disable(boolean disable) {
        disabled = disable;
    }

    synchronized void set(String name, String value) {
        for (RecordDraft draft : drafts) {
            if (draft.state() != RecordState.FINALIZED || draft == drafts.getLast()) {
                draft.set(name, value);
            }
        }
    }

    synchronized void reset(boolean keepVariables, Instant now) {
        for (RecordDraft draft : drafts) {
            if (draft.state() != RecordState.FINALIZED) {
                draft.resetTimes(now);
                if (!keepVariables) {
                    draft.forgetVariables();
                }
            }
        }
    }

    /**
     * Begins another record beside those there are.
     *
     * @param fork what becomes of them and of it
     */
    synchronized void fork(RecordFork fork, Instant now, RecordSettings settings) {
        RecordDraft original = drafts.getLast();
        if (fork.endsOriginal()) {
            end(now, settings);
        }
        RecordDraft added = append(now);
        added.continueFrom(original, fork.keepsVariables());
        if (fork.resetsTimes()) {
            added.resetTimes(now);
        } else if (fork.resetsAnswer()) {
            added.resetAnswer(now);
        }
    }

    synchronized CallRecord current(Instant now, RecordSettings settings) {
        return drafts.getLast().record(channel, now, settings);
    }

    synchronized List<CallRecord> all(Instant now, RecordSettings settings) {
        return drafts.stream()
                .map(draft -> draft.record(channel, now, settings))
                .toList();
    }

    /** {@return whether the newest record has ended} */
    synchronized boolean ended() {
        return drafts.getLast().end() != null;
    }

    synchronized @Nullable String variable(String name) {
        return drafts.getLast().variable(name);
    }

    private RecordDraft append(Instant now) {
        RecordDraft added = new RecordDraft(sequence.getAsLong(), channel, now);
        if (drafts.size() < MAX_RECORDS) {
            drafts.add(added);
        }
        return added;
    }
}
