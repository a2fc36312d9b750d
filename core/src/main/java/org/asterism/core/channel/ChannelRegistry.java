package org.asterism.core.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All channels of the switch. Safe for any thread. */
public final class ChannelRegistry {
    private final Map<String, Channel> byUniqueId = new ConcurrentHashMap<>();
    private final List<ChannelListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong callsProcessed = new AtomicLong();
    private final String uniqueIdPrefix;

    /**
     * @param systemName   put in front of unique ids, the option of asterisk.conf; may be empty
     * @param startSeconds seconds since 1970 when the switch started
     */
    public ChannelRegistry(String systemName, long startSeconds) {
        uniqueIdPrefix = (systemName.isEmpty() ? "" : systemName + "-") + startSeconds + ".";
    }

    /**
     * Makes a channel and lists it.
     *
     * @param technology its technology
     * @param name       its name, such as {@code IAX2/alice-5715}
     * @param state      {@link ChannelState#RING} for an incoming call, {@link ChannelState#DOWN} for an outgoing one
     * @param mailbox    where its events go
     * @param legs       makes the technology's half
     * @return the channel
     */
    public Channel create(
            ChannelTechnology technology, String name, ChannelState state, Mailbox mailbox, Channel.LegFactory legs) {
        return create(technology, name, state, mailbox, legs, _ -> {});
    }

    /**
     * Makes a channel of which more is known already, and lists it.
     *
     * @param technology its technology
     * @param name       its name, such as {@code IAX2/alice-5715}
     * @param state      {@link ChannelState#RING} for an incoming call, {@link ChannelState#DOWN} for an outgoing one
     * @param mailbox    where its events go
     * @param legs       makes the technology's half
     * @param prepare    sets what is known, before anybody is told of the channel
     * @return the channel
     */
    public Channel create(
            ChannelTechnology technology,
            String name,
            ChannelState state,
            Mailbox mailbox,
            Channel.LegFactory legs,
            Consumer<Channel> prepare) {
        String uniqueId = uniqueIdPrefix + created.getAndIncrement();
        Channel channel = new Channel(this, technology, name, uniqueId, state, mailbox, legs);
        prepare.accept(channel);
        byUniqueId.put(uniqueId, channel);
        listeners.forEach(listener -> listener.created(channel));
        return channel;
    }

    /**
     * Finds a channel.
     *
     * @param nameOrUniqueId its name (in any case) or unique id
     * @return the channel, or {@code null} when there is none
     */
    public @Nullable Channel find(String nameOrUniqueId) {
        Channel direct = byUniqueId.get(nameOrUniqueId);
        if (direct != null) {
            return direct;
        }
        for (Channel channel : byUniqueId.values()) {
            if (channel.name().equalsIgnoreCase(nameOrUniqueId)) {
                return channel;
            }
        }
        return null;
    }

    /** {@return all channels, the newest first} */
    public List<Channel> all() {
        List<Channel> list = new ArrayList<>(byUniqueId.values());
        list.sort((one, other) -> one.isNewerThan(other) ? -1 : other.isNewerThan(one) ? 1 : 0);
        return list;
    }

    /** {@return how many channels there are} */
    public int count() {
        return byUniqueId.size();
    }

    /**
     * How many channels a technology has.
     *
     * @param technology the technology
     * @return their number
     */
    public int count(ChannelTechnology technology) {
        int count = 0;
        for (Channel channel : byUniqueId.values()) {
            if (channel.technology().equals(technology)) {
                count++;
            }
        }
        return count;
    }

    /** Counts a call whose dialplan run begins. */
    public void callStarted() {
        callsProcessed.incrementAndGet();
    }

    /** {@return calls whose dialplan run began since the start} */
    public long callsProcessed() {
        return callsProcessed.get();
    }

    /**
     * Has a listener told of every channel's life from now on.
     *
     * @param listener is told
     * @return closes the subscription
     */
    public Runnable subscribe(ChannelListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Tells whoever listens of {@link ChannelListener#dialBegan}.
     *
     * @param caller  for whom, or {@code null}
     * @param called  the new channel
     * @param dialled the dial string after {@code Tech/}
     */
    public void dialBegan(@Nullable Channel caller, Channel called, String dialled) {
        listeners.forEach(listener -> listener.dialBegan(caller, called, dialled));
    }

    /**
     * Tells whoever listens of {@link ChannelListener#dialEnded}.
     *
     * @param caller for whom, or {@code null}
     * @param called which
     * @param status how it came out
     */
    public void dialEnded(@Nullable Channel caller, Channel called, DialStatus status) {
        listeners.forEach(listener -> listener.dialEnded(caller, called, status));
    }

    /**
     * Tells whoever listens of {@link ChannelListener#bridged}.
     *
     * @param channel which
     * @param other   whom it talks to there
     */
    public void bridged(Channel channel, Channel other) {
        listeners.forEach(listener -> listener.bridged(channel, other));
    }

    /**
     * Tells whoever listens of {@link ChannelListener#unbridged}.
     *
     * @param channel which
     */
    public void unbridged(Channel channel) {
        listeners.forEach(listener -> listener.unbridged(channel));
    }

    void applicationBegan(Channel channel) {
        listeners.forEach(listener -> listener.applicationBegan(channel));
    }

    void hangingUp(Channel channel) {
        listeners.forEach(listener -> listener.hangingUp(channel));
    }

    void stateChanged(Channel channel) {
        listeners.forEach(listener -> listener.stateChanged(channel));
    }

    void renamed(Channel channel, String oldName, String newName) {
        listeners.forEach(listener -> listener.renamed(channel, oldName, newName));
    }

    void hangupRequested(Channel channel, int cause, boolean byFarEnd) {
        listeners.forEach(listener -> listener.hangupRequested(channel, cause, byFarEnd));
    }

    void digit(Channel channel, char digit, boolean begins) {
        listeners.forEach(listener -> listener.digit(channel, digit, begins));
    }

    void held(Channel channel, boolean held, @Nullable String musicClass) {
        listeners.forEach(listener -> listener.held(channel, held, musicClass));
    }

    void variableSet(Channel channel, String name, String value) {
        listeners.forEach(listener -> listener.variableSet(channel, name, value));
    }

    void ended(Channel channel) {
        byUniqueId.remove(channel.uniqueId(), channel);
        listeners.forEach(listener -> listener.ended(channel));
    }
}
