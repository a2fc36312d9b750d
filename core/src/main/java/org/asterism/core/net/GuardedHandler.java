package org.asterism.core.net;

/** A handler whose failures cost one datagram, not the loop. */
final class GuardedHandler implements DatagramHandler {

    private final EventLoop loop;
    private final DatagramHandler handler;

    GuardedHandler(EventLoop loop, DatagramHandler handler) {
        this.loop = loop;
        this.handler = handler;
    }

    @Override
    public void onDatagram(Datagram datagram) {
        try {
            handler.onDatagram(datagram);
        } catch (Throwable e) {
            loop.failed("handling a datagram", e);
        }
    }
}
