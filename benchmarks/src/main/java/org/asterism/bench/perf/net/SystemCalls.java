package org.asterism.bench.perf.net;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The system calls of {@link LoadSocket}, by their own names. They return what the call returns, or the negated error number where a
 * call state is given; those on a frame's way take none, as capturing the number may allocate.
 */
final class SystemCalls {
    static final int AF_INET = 2;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int SOL_SOCKET = 1;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_TIMESTAMPNS = 35;
    static final int IPPROTO_IP = 0;
    static final int IP_PKTINFO = 8;
    static final int IPPROTO_UDP = 17;
    static final int UDP_SEGMENT = 103;
    static final int UDP_GRO = 104;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int CLOCK_REALTIME = 0;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final long STRERROR_LIMIT = 256;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();

    private static final MethodHandle SOCKET = capturing("socket", INT, INT, INT);
    private static final MethodHandle BIND = capturing("bind", INT, LONG, INT);
    private static final MethodHandle GETSOCKNAME = capturing("getsockname", INT, LONG, LONG);
    private static final MethodHandle SETSOCKOPT = capturing("setsockopt", INT, INT, INT, LONG, INT);
    private static final MethodHandle CLOSE = capturing("close", INT);
    private static final MethodHandle SENDMMSG_AGAIN = capturing("sendmmsg", INT, LONG, INT, INT);
    private static final MethodHandle SENDMMSG = plain("sendmmsg", INT, LONG, INT, INT);
    private static final MethodHandle RECVMMSG = plain("recvmmsg", INT, LONG, INT, INT, LONG);
    private static final MethodHandle PPOLL = plain("ppoll", LONG, LONG, LONG, LONG);
    private static final MethodHandle CLOCK_GETTIME = plain("clock_gettime", INT, LONG);
    private static final MethodHandle STRERROR =
            LINKER.downcallHandle(SYMBOLS.findOrThrow("strerror"), FunctionDescriptor.of(LONG, INT));

    private SystemCalls() {}

    /** Memory for the error numbers of one thread. */
    static MemorySegment newCallState() {
        return Arena.ofAuto().allocate(CALL_STATE);
    }

    static int socket(MemorySegment state, int family, int type) {
        try {
            return result(state, (int) SOCKET.invokeExact(state, family, type, 0));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int bind(MemorySegment state, int fd, long name, int nameLength) {
        try {
            return result(state, (int) BIND.invokeExact(state, fd, name, nameLength));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int getsockname(MemorySegment state, int fd, long name, long nameLength) {
        try {
            return result(state, (int) GETSOCKNAME.invokeExact(state, fd, name, nameLength));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int setsockopt(MemorySegment state, int fd, int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            long at = arena.allocateFrom(INT, value).address();
            return result(state, (int) SETSOCKOPT.invokeExact(state, fd, level, option, at, Integer.BYTES));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int close(MemorySegment state, int fd) {
        try {
            return result(state, (int) CLOSE.invokeExact(state, fd));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Sends what the socket takes without waiting; -1 for any error. */
    static int sendmmsg(int fd, long messages, int count) {
        try {
            return (int) SENDMMSG.invokeExact(fd, messages, count, 0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The same after it has failed: it may succeed now, or else tells the error number. */
    static int sendmmsgAgain(MemorySegment state, int fd, long messages, int count) {
        try {
            return result(state, (int) SENDMMSG_AGAIN.invokeExact(state, fd, messages, count, 0));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Takes what is there without waiting; -1 for any error. */
    static int recvmmsg(int fd, long messages, int count) {
        try {
            return (int) RECVMMSG.invokeExact(fd, messages, count, 0, 0L);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int ppoll(long pollfds, long count, long timespec) {
        try {
            return (int) PPOLL.invokeExact(pollfds, count, timespec, 0L);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void clockGettime(int clock, long timespec) {
        try {
            int _ = (int) CLOCK_GETTIME.invokeExact(clock, timespec);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The system's words for an error number. */
    static String strerror(int errno) {
        try {
            long text = (long) STRERROR.invokeExact(errno);
            return MemorySegment.ofAddress(text).reinterpret(STRERROR_LIMIT).getString(0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static int result(MemorySegment state, int returned) {
        return returned >= 0 ? returned : -state.get(INT, ERRNO);
    }

    private static MethodHandle capturing(String name, ValueLayout... arguments) {
        return LINKER.downcallHandle(
                SYMBOLS.findOrThrow(name),
                FunctionDescriptor.of(INT, arguments),
                Linker.Option.captureCallState("errno"));
    }

    private static MethodHandle plain(String name, ValueLayout... arguments) {
        return LINKER.downcallHandle(SYMBOLS.findOrThrow(name), FunctionDescriptor.of(INT, arguments));
    }

    private static AssertionError unexpected(Throwable e) {
        return new AssertionError("a system call throws nothing", e);
    }
}
