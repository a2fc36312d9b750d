package org.asterism.core.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.asterism.core.channel.CallFailed;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.channel.DialRequest;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Mailbox;
import org.asterism.core.media.Format;

/** A channel technology without a network. Each resource that may be dialled has a script of what its far end does then. */
public final class MemoryTechnology implements ChannelTechnology {
    private final ChannelRegistry channels;
    private final MemoryLoop loop;
    private final Format format;
    private final boolean relays;
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, Consumer<MemoryLeg>> scripts = new ConcurrentHashMap<>();
    private final List<MemoryLeg> legs = new CopyOnWriteArrayList<>();

    /**
     * @param channels where its channels are listed
     * @param loop     owns their audio
     * @param format   of their audio
     * @param relays   whether two of them can exchange audio by themselves
     */
    public MemoryTechnology(ChannelRegistry channels, MemoryLoop loop, Format format, boolean relays) {
        this.channels = channels;
        this.loop = loop;
        this.format = format;
        this.relays = relays;
    }

    /**
     * Lets a resource be dialled.
     *
     * @param resource   such as {@code bob}
     * @param whenCalled what its far end does, on the loop
     */
    public void script(String resource, Consumer<MemoryLeg> whenCalled) {
        scripts.put(resource, whenCalled);
    }

    /**
     * Makes an incoming call.
     *
     * @param peer who calls
     * @return its leg
     */
    public MemoryLeg incoming(String peer) {
        return make(peer, ChannelState.RING, new Mailbox(), _ -> {});
    }

    /** {@return all legs ever made} */
    public List<MemoryLeg> legs() {
        return legs;
    }

    @Override
    public String name() {
        return "Memory";
    }

    @Override
    public String description() {
        return "Calls in memory";
    }

    @Override
    public Channel request(DialRequest request) throws CallFailed {
        Consumer<MemoryLeg> script = scripts.get(request.resource());
        if (script == null) {
            throw new CallFailed(HangupCause.SUBSCRIBER_ABSENT, "nobody is called " + request.resource());
        }
        return make(request.resource(), ChannelState.DOWN, request.mailbox(), script)
                .channel();
    }

    private MemoryLeg make(String peer, ChannelState state, Mailbox mailbox, Consumer<MemoryLeg> whenCalled) {
        String name = "Memory/%s-%08x".formatted(peer, made.getAndIncrement());
        Channel channel = channels.create(
                this, name, state, mailbox, half -> new MemoryLeg(half, loop, format, relays, whenCalled));
        MemoryLeg leg = (MemoryLeg) channel.leg();
        legs.add(leg);
        return leg;
    }
}
