package org.asterism.core.net;

import java.net.BindException;
import java.util.ArrayList;
import java.util.List;

/** The sockets of one event loop of a {@link MemoryNetwork}, which knows when to turn the loop: there is nothing to wait for. */
final class MemorySelector implements DatagramSelector {

    private final MemoryNetwork network;
    private final List<MemoryTransport> transports = new ArrayList<>();

    MemorySelector(MemoryNetwork network) {
        this.network = network;
    }

    @Override
    public DatagramTransport open(SocketSettings settings) throws BindException {
        MemoryTransport transport = network.bind(settings);
        transports.add(transport);
        return transport;
    }

    @Override
    public boolean await(long timeoutMs) {
        throw new UnsupportedOperationException("the loops of a memory network are turned by it, not started");
    }

    @Override
    public void wakeup() {
        // The network turns every loop in every round.
    }

    @Override
    public void close() {
        transports.forEach(MemoryTransport::close);
    }
}
