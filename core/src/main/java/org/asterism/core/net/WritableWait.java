package org.asterism.core.net;

/** Waits for room in a socket's send buffer. */
final class WritableWait {

    private final UdpSocket socket;
    private final PollSet poll = new PollSet(1);

    WritableWait(UdpSocket socket) {
        this.socket = socket;
    }

    /** Whether there was room within the time. */
    boolean await(int timeoutMs) {
        poll.set(0, socket.fd(), Libc.POLLOUT);
        return Libc.poll(poll.address(), 1, timeoutMs) > 0;
    }
}
