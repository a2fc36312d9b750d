package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.asterism.core.net.EventLoop;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipParser;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A UDP transport: datagrams are read and parsed on the pump's thread, everything else happens on the loop's. */
final class DatagramBinding implements Binding {
    private static final Logger LOG = LoggerFactory.getLogger(DatagramBinding.class);

    /** So that one busy socket does not keep the others waiting. */
    private static final int DATAGRAMS_PER_TURN = 64;

    private static final int SOCKET_BUFFER_BYTES = 1 << 20;

    private final TransportSettings settings;
    private final EventLoop loop;
    private final TransportListener listener;
    private final DropCounters drops;
    private final DatagramPump pump;
    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final LocalAddress advertised;
    private final ByteBuffer buffer = ByteBuffer.allocate(SipParser.MAX_BYTES + 1);

    DatagramBinding(
            TransportSettings settings,
            EventLoop loop,
            TransportListener listener,
            DropCounters drops,
            DatagramPump pump)
            throws IOException {
        this.settings = settings;
        this.loop = loop;
        this.listener = listener;
        this.drops = drops;
        this.pump = pump;
        boolean ipv6 = settings.bind().getAddress() instanceof Inet6Address;
        this.channel = DatagramChannel.open(ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
            if (settings.tos() != 0) {
                channel.setOption(StandardSocketOptions.IP_TOS, settings.tos());
            }
            channel.bind(settings.bind());
            this.local = (InetSocketAddress) channel.getLocalAddress();
            this.advertised = new LocalAddress(settings, local);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        pump.add(channel, this::read);
    }

    @Override
    public TransportSettings settings() {
        return settings;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public void open(Target target, Consumer<Hop> opened, Consumer<String> refused) {
        try {
            opened.accept(hop(target.address()));
        } catch (IOException e) {
            refused.accept(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void send(Hop hop, byte[] bytes) throws IOException {
        if (channel.send(ByteBuffer.wrap(bytes), hop.remote()) == 0) {
            // The socket's buffer is full: a loss like any other on the way, and retransmitted like any other.
            drops.count(Drop.NOT_SENT);
        }
    }

    private Hop hop(InetSocketAddress remote) throws IOException {
        return new Hop(settings.name(), Protocol.UDP, advertised.advertisedTo(remote), remote, 0);
    }

    private void read() {
        for (int i = 0; i < DATAGRAMS_PER_TURN; i++) {
            try {
                buffer.clear();
                if (channel.receive(buffer) instanceof InetSocketAddress source) {
                    receive(source);
                } else {
                    return;
                }
            } catch (IOException e) {
                if (channel.isOpen()) {
                    LOG.debug("Reading from {}: {}", local, e.toString());
                }
                return;
            }
        }
    }

    private void receive(InetSocketAddress source) {
        byte[] raw = new byte[buffer.flip().remaining()];
        buffer.get(raw);
        if (isKeepAlive(raw)) {
            return;
        }
        try {
            SipParser.Parsed parsed = SipParser.parseDatagram(raw, raw.length);
            Hop hop = hop(source);
            loop.execute(() -> listener.onMessage(hop, parsed, raw));
        } catch (SipSyntaxException e) {
            drops.count(Drop.MALFORMED);
            LOG.debug("A datagram from {} is dropped: {}", source, e.getMessage());
        } catch (RejectedExecutionException _) {
            drops.count(Drop.QUEUE_FULL);
        } catch (IOException e) {
            drops.count(Drop.MALFORMED);
            LOG.debug("A datagram from {}, where nothing can be sent, is dropped: {}", source, e.getMessage());
        }
    }

    /** Empty lines, or a few zeros, that keep a hole in a NAT open. */
    private static boolean isKeepAlive(byte[] raw) {
        if (raw.length > 4) {
            return false;
        }
        for (byte each : raw) {
            if (each != '\r' && each != '\n' && each != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {}: {}", local, e.toString());
        }
        pump.wakeup();
    }
}
