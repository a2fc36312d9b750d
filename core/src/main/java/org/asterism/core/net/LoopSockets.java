package org.asterism.core.net;

import java.io.IOException;
import java.util.Arrays;

/** The sockets of an event loop, each with its handler. Owned by the loop's thread. */
final class LoopSockets {

    private record Binding(DatagramTransport transport, DatagramHandler handler) {}

    private final DatagramSelector selector;
    private final LoopErrors errors;
    private Binding[] bindings = {};
    private boolean backlog;

    LoopSockets(DatagramSelector selector, LoopErrors errors) {
        this.selector = selector;
        this.errors = errors;
    }

    DatagramTransport bind(SocketSettings settings, DatagramHandler handler) throws IOException {
        DatagramTransport transport = selector.open(settings);
        bindings = Arrays.copyOf(bindings, bindings.length + 1);
        bindings[bindings.length - 1] = new Binding(transport, new GuardedHandler(errors, handler));
        return transport;
    }

    void unbind(DatagramTransport transport) {
        bindings = Arrays.stream(bindings)
                .filter(binding -> !binding.transport.equals(transport))
                .toArray(Binding[]::new);
        transport.flush();
        transport.close();
    }

    /**
     * Takes a batch from each socket.
     *
     * @return how many datagrams there were
     */
    int receive() {
        int datagrams = 0;
        backlog = false;
        for (Binding binding : bindings) {
            try {
                int count = binding.transport.receive(binding.handler);
                datagrams += count;
                backlog |= count == binding.transport.batchSize();
            } catch (RuntimeException e) {
                errors.record("receiving", e);
            }
        }
        return datagrams;
    }

    /** Whether a socket had more than the last {@link #receive} took. */
    boolean hasBacklog() {
        return backlog;
    }

    void flush() {
        for (Binding binding : bindings) {
            binding.transport.flush();
        }
    }

    void close() {
        selector.close();
        bindings = new Binding[0];
    }
}
