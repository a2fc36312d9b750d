package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.asterism.core.net.EventLoop;
import org.asterism.outreg.sip.config.GlobalSettings;
import org.asterism.outreg.sip.config.TlsSettings;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipMessage;
import org.jspecify.annotations.Nullable;

/** All transports that are bound. Loop's thread, or any one thread before the loop starts. */
public final class TransportSet implements Wire, AutoCloseable {
    private final EventLoop loop;
    private final TransportListener listener;
    private final DropCounters drops;
    private final DatagramPump pump;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();

    /**
     * Creates a set without transports.
     *
     * @param loop     owns them
     * @param listener is given what they receive
     * @param drops    counts what is lost
     * @throws IOException the system gives us nothing to wait with
     */
    public TransportSet(EventLoop loop, TransportListener listener, DropCounters drops) throws IOException {
        this.loop = loop;
        this.listener = listener;
        this.drops = drops;
        this.pump = new DatagramPump();
    }

    /**
     * Binds a transport.
     *
     * @param settings its section
     * @param global   times
     * @throws IOException it cannot be bound, or its certificates cannot be used; says why
     */
    public void bind(TransportSettings settings, GlobalSettings global) throws IOException {
        StreamBinding.StreamLimits limits = new StreamBinding.StreamLimits(
                global.transactionTimeout(), global.keepAliveInterval().toMillis());
        TlsSettings tls = settings.tls();
        Binding bound = switch (settings.protocol()) {
            case UDP -> new DatagramBinding(settings, loop, listener, drops, pump);
            case TCP -> new StreamBinding(settings, loop, listener, drops, new SocketMaker(), limits);
            case TLS -> {
                if (tls == null) {
                    throw new IllegalArgumentException("a TLS transport has TLS settings");
                }
                yield new StreamBinding(settings, loop, listener, drops, new TlsSockets(tls), limits);
            }
        };
        bindings.put(settings.name(), bound);
    }

    /**
     * Lets a transport go, and its connections with it.
     *
     * @param name its name
     */
    public void unbind(String name) {
        Binding bound = bindings.remove(name);
        if (bound != null) {
            bound.close();
        }
    }

    /** {@return the sections of all transports, in the order in which they were bound} */
    public List<TransportSettings> settings() {
        return bindings.values().stream().map(Binding::settings).toList();
    }

    /** {@return how many TCP and TLS connections there are} */
    public int connections() {
        int count = 0;
        for (Binding bound : bindings.values()) {
            count += bound instanceof StreamBinding stream ? stream.connectionCount() : 0;
        }
        return count;
    }

    /**
     * Where a transport listens.
     *
     * @param name its name
     * @return address and actual port, or {@code null}
     */
    public @Nullable InetSocketAddress local(String name) {
        Binding bound = bindings.get(name);
        return bound == null ? null : bound.local();
    }

    /**
     * Tells whether there is a way.
     *
     * @param protocol  how to speak
     * @param address   to whom, {@code null} for anybody
     * @param transport by this transport, {@code null} for any
     * @return whether a transport can do that
     */
    public boolean reaches(Protocol protocol, @Nullable InetAddress address, @Nullable String transport) {
        return find(protocol, address, transport) != null;
    }

    /**
     * The protocol of a transport.
     *
     * @param name its name
     * @return its protocol, or {@code null} when there is no such transport
     */
    public @Nullable Protocol protocol(String name) {
        Binding bound = bindings.get(name);
        return bound == null ? null : bound.settings().protocol();
    }

    private @Nullable Binding find(Protocol protocol, @Nullable InetAddress address, @Nullable String transport) {
        for (Binding bound : bindings.values()) {
            if (bound.settings().protocol() == protocol
                    && (transport == null || bound.settings().name().equals(transport))
                    && (address == null || bound.reaches(address))) {
                return bound;
            }
        }
        return null;
    }

    /**
     * Finds or makes the way to a target: connections are used again.
     *
     * @param target    where to
     * @param transport by this transport, {@code null} for the first that can
     * @param opened    gets the hop, now or later
     * @param refused   gets the reason why there is none
     */
    public void open(Target target, @Nullable String transport, Consumer<Hop> opened, Consumer<String> refused) {
        Binding bound = find(target.protocol(), target.address().getAddress(), transport);
        if (bound == null) {
            refused.accept("no transport of pjsip.conf speaks " + target.protocol() + " to "
                    + AddressFormat.of(target.address()));
        } else {
            bound.open(target, opened, refused);
        }
    }

    @Override
    public void send(Hop hop, SipMessage message) throws IOException {
        Binding bound = bindings.get(hop.transport());
        if (bound == null) {
            throw new IOException("transport '" + hop.transport() + "' is gone");
        }
        byte[] bytes = message.encode();
        bound.send(hop, bytes);
        listener.onSent(hop, bytes);
    }

    @Override
    public void close() {
        List.copyOf(bindings.keySet()).forEach(this::unbind);
        pump.close();
    }
}
