package org.asterism.core.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** Sleeps in a {@link Selector} of the JDK. */
final class NioSelector implements DatagramSelector {

    private final Selector selector;
    private final List<NioTransport> transports = new ArrayList<>();

    NioSelector() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector", e);
        }
    }

    @Override
    public DatagramTransport open(SocketSettings settings) throws IOException {
        NioTransport transport = new NioTransport(settings);
        transport.channel().register(selector, SelectionKey.OP_READ);
        transports.removeIf(known -> !known.channel().isOpen());
        transports.add(transport);
        return transport;
    }

    @Override
    public boolean await(long timeoutMs) {
        try {
            if (timeoutMs == 0) {
                selector.selectNow();
            } else {
                selector.select(Math.max(0, timeoutMs));
            }
            boolean readable = !selector.selectedKeys().isEmpty();
            selector.selectedKeys().clear();
            return readable;
        } catch (IOException e) {
            throw new UncheckedIOException("waiting for sockets", e);
        }
    }

    @Override
    public void wakeup() {
        selector.wakeup();
    }

    @Override
    public void close() {
        transports.forEach(NioTransport::close);
        transports.clear();
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a selector", e);
        }
    }
}
