package org.asterism.core.net;

/** A handler whose failures cost one datagram, not the loop. */
final class GuardedHandler implements DatagramHandler {

    private final LoopErrors errors;
    private final DatagramHandler handler;

    GuardedHandler(LoopErrors errors, DatagramHandler handler) {
        this.errors = errors;
        this.handler = handler;
    }

    @Override
    public int readAhead(Datagram datagram) {
        return handler.readAhead(datagram);
    }

    @Override
    public void onDatagram(Datagram datagram) {
        try {
            handler.onDatagram(datagram);
        } catch (Throwable e) {
            errors.record("handling a datagram", e);
        }
    }
}
