package org.asterism.core.cdr;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelListener;
import org.asterism.core.channel.DialStatus;
import org.jspecify.annotations.Nullable;

/**
 * Makes call detail records of what channels do and takes them to the {@linkplain CallRecordWriter writers} when their channel ends.
 * A service for modules; safe for any thread.
 */
public final class CallDetailRecords {
    private final InstantSource clock;
    private final AtomicLong sequence = new AtomicLong();
    private final LongSupplier numbers = sequence::getAndIncrement;
    private final RecordQueue queue = new RecordQueue();
    private final ChannelListener listener = new Watch();
    private volatile RecordSettings settings = RecordSettings.defaults();

    /**
     * @param clock tells the time
     */
    public CallDetailRecords(InstantSource clock) {
        this.clock = clock;
    }

    /** {@return hears of channels} */
    ChannelListener listener() {
        return listener;
    }

    RecordSettings settings() {
        return settings;
    }

    void settings(RecordSettings newSettings) {
        settings = newSettings;
    }

    /**
     * Has complete records written from now on.
     *
     * @param writer keeps them
     * @return takes the writer off again; it waits until the writer has what came before, for five seconds at most
     */
    public Runnable register(CallRecordWriter writer) {
        return queue.add(writer);
    }

    /** {@return the names of the writers} */
    public List<String> writers() {
        return queue.writers().stream().map(CallRecordWriter::name).sorted().toList();
    }

    void close() {
        queue.close();
    }

    // What the dialplan does with the records of a channel.

    /**
     * A field of a channel's newest record, as CDR() gives it.
     *
     * @param channel the channel
     * @param field   such as {@code src}; also the name of what {@link #set} has set
     * @param format  how times, words and durations are written
     * @return the text; empty when there is nothing; {@code null} when calls are not recorded
     */
    public @Nullable String value(Channel channel, String field, RecordField.Format format) {
        ChannelRecords records = of(channel);
        if (records == null) {
            return null;
        }
        String variable = records.variable(field);
        return variable != null
                ? variable
                : RecordField.text(records.current(clock.instant(), settings), records.ended(), field, format);
    }

    /**
     * Sets the user field, or a variable of the records.
     *
     * @param channel the channel
     * @param name    {@code userfield}, or a name of one's own
     * @param value   its value
     */
    public void set(Channel channel, String name, String value) {
        ChannelRecords records = of(channel);
        if (records != null) {
            records.set(name, value);
        }
    }

    /**
     * Has a channel's call not recorded, or recorded after all.
     *
     * @param channel the channel
     * @param disable whether it is not
     */
    public void disable(Channel channel, boolean disable) {
        ChannelRecords records = of(channel);
        if (records != null) {
            records.disable(disable);
        }
    }

    /**
     * Has times count from now on.
     *
     * @param channel       the channel
     * @param keepVariables whether variables stay
     */
    public void reset(Channel channel, boolean keepVariables) {
        ChannelRecords records = of(channel);
        if (records != null) {
            records.reset(keepVariables, clock.instant());
        }
    }

    /**
     * Begins a further record of a channel.
     *
     * @param channel the channel
     * @param how     what becomes of it and of the one before
     */
    public void fork(Channel channel, RecordFork how) {
        ChannelRecords records = of(channel);
        if (records != null) {
            records.fork(how, clock.instant(), settings);
        }
    }

    /**
     * The records of a channel that is there, the oldest first.
     *
     * @param channel the channel
     * @return records as if it ended now; none when calls are not recorded
     */
    public List<CallRecord> active(Channel channel) {
        ChannelRecords records = of(channel);
        return records == null ? List.of() : records.all(clock.instant(), settings);
    }

    /**
     * What {@code core show channel} tells of a channel's records.
     *
     * @param channel the channel
     * @return a line for each field that has a value, numbered by record
     */
    public List<String> describe(Channel channel) {
        List<String> lines = new ArrayList<>();
        List<CallRecord> all = active(channel);
        ChannelRecords records = of(channel);
        for (int i = 0; i < all.size() && records != null; i++) {
            boolean ended = i + 1 < all.size() || records.ended();
            for (String field : RecordField.LISTED) {
                String value = RecordField.text(all.get(i), ended, field, RecordField.Format.RAW);
                if (!value.isEmpty()) {
                    lines.add("level " + (i + 1) + ": " + field + "=" + value);
                }
            }
        }
        return lines;
    }

    private static @Nullable ChannelRecords of(Channel channel) {
        return channel.attachments().find(ChannelRecords.class);
    }

    /** Takes what happens to channels to their records. */
    private final class Watch implements ChannelListener {
        @Override
        public void created(Channel channel) {
            RecordSettings current = settings;
            if (current.enabled()) {
                Instant now = clock.instant();
                channel.attachments()
                        .put(
                                ChannelRecords.class,
                                new ChannelRecords(channel, numbers, now, !current.channelDefault()));
            }
        }

        @Override
        public void stateChanged(Channel channel) {
            ChannelRecords records = of(channel);
            if (records != null) {
                records.observe(clock.instant());
            }
        }

        @Override
        public void renamed(Channel channel, String oldName, String newName) {
            stateChanged(channel);
        }

        @Override
        public void applicationBegan(Channel channel) {
            ChannelRecords records = of(channel);
            if (records != null) {
                records.applicationBegan(clock.instant(), settings);
            }
        }

        @Override
        public void dialBegan(@Nullable Channel caller, Channel called, String dialled) {
            ChannelRecords calling = caller == null ? null : of(caller);
            ChannelRecords other = of(called);
            if (other != null && caller != null) {
                other.called();
            }
            if (calling != null) {
                calling.dialBegan(called, clock.instant(), settings);
            }
        }

        @Override
        public void dialEnded(@Nullable Channel caller, Channel called, DialStatus status) {
            ChannelRecords records = of(caller == null ? called : caller);
            if (records == null) {
                return;
            }
            if (caller == null) {
                records.originated(status, clock.instant(), settings);
            } else {
                records.dialEnded(called, status, clock.instant(), settings);
            }
        }

        @Override
        public void bridged(Channel channel, Channel other) {
            ChannelRecords records = of(channel);
            if (records != null) {
                records.bridged(other, clock.instant(), settings);
            }
        }

        @Override
        public void unbridged(Channel channel) {
            ChannelRecords records = of(channel);
            if (records != null) {
                records.unbridged(clock.instant(), settings);
            }
        }

        @Override
        public void hangingUp(Channel channel) {
            ChannelRecords records = of(channel);
            if (records != null) {
                records.hangingUp(clock.instant(), settings);
            }
        }

        @Override
        public void ended(Channel channel) {
            ChannelRecords records = of(channel);
            if (records != null) {
                records.complete(clock.instant(), settings).forEach(queue::put);
            }
        }
    }
}
