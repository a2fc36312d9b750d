package org.asterism.core.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Sleeps in {@code poll} on its sockets and on an {@code eventfd} that others write to: a thread inside a system call cannot be
 * interrupted in any other way.
 */
final class MmsgSelector implements DatagramSelector {

    private static final int WAKEUP = 0;

    private final MemorySegment state = Libc.newCallState();
    /** What is written to the eventfd, and where it is read to. */
    private final MemorySegment one = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);

    private final MemorySegment drained = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);
    /** A {@code struct timespec}; its seconds stay 0. */
    private final MemorySegment napTime = Arena.ofAuto().allocate(2 * Long.BYTES, Long.BYTES);

    private final int eventFd;
    private final List<MmsgTransport> transports = new ArrayList<>();
    private PollSet poll;
    private boolean closed;

    MmsgSelector() {
        one.set(ValueLayout.JAVA_LONG, 0, 1);
        eventFd = Libc.eventfd(state, 0, Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC);
        if (eventFd < 0) {
            throw new IllegalStateException("no eventfd: " + Libc.strerror(-eventFd));
        }
        poll = newPollSet();
    }

    @Override
    public DatagramTransport open(SocketSettings settings) throws IOException {
        MmsgTransport transport = new MmsgTransport(settings);
        transports.add(transport);
        poll = newPollSet();
        return transport;
    }

    @Override
    public boolean await(long timeoutMs) {
        forgetClosed();
        int timeout = timeoutMs < 0 ? -1 : (int) Math.min(timeoutMs, Integer.MAX_VALUE);
        int ready = Libc.poll(poll.address(), poll.size(), timeout);
        if (ready <= 0) {
            return false;
        }
        if (poll.isReady(WAKEUP)) {
            Libc.read(eventFd, drained.address(), Long.BYTES);
            ready--;
        }
        return ready > 0;
    }

    /** Straight into the kernel: parking a Java thread costs about as much again. */
    @Override
    public void nap(long ns) {
        napTime.set(ValueLayout.JAVA_LONG, Long.BYTES, ns);
        Libc.nanosleep(napTime.address());
    }

    @Override
    public synchronized void wakeup() {
        if (!closed) {
            Libc.write(eventFd, one.address(), Long.BYTES);
        }
    }

    @Override
    public void close() {
        transports.forEach(MmsgTransport::close);
        transports.clear();
        synchronized (this) {
            if (!closed) {
                closed = true;
                Libc.close(state, eventFd);
            }
        }
    }

    private void forgetClosed() {
        for (int i = 0; i < transports.size(); i++) {
            if (transports.get(i).fd() < 0) {
                transports.removeIf(transport -> transport.fd() < 0);
                poll = newPollSet();
                return;
            }
        }
    }

    private PollSet newPollSet() {
        PollSet set = new PollSet(1 + transports.size());
        set.set(WAKEUP, eventFd, Libc.POLLIN);
        for (int i = 0; i < transports.size(); i++) {
            set.set(1 + i, transports.get(i).fd(), Libc.POLLIN);
        }
        return set;
    }
}
