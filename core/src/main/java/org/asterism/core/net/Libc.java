package org.asterism.core.net;

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
 * The system calls the batched transport is made of, by their own names. Those that take a call state return what the call returns,
 * or the negated error number, as the kernel itself does. Those on a datagram's way take none and return -1 for any error: the JDK
 * makes an object for every call whose error number is to be captured, and only sometimes optimizes it away. Pointers are plain
 * addresses and handles are constants, so that the compiler makes straight calls of them. Constants are those of Linux on x86-64
 * and aarch64.
 */
final class Libc {

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int SOL_SOCKET = 1;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_REUSEPORT = 15;
    static final int SO_ATTACH_REUSEPORT_CBPF = 51;
    static final int SO_MEMINFO = 55;
    static final int IPPROTO_IP = 0;
    static final int IP_TOS = 1;
    static final int IP_MTU_DISCOVER = 10;
    static final int IP_PMTUDISC_WANT = 1;
    static final int IP_PMTUDISC_DO = 2;
    static final int IPPROTO_UDP = 17;
    static final int UDP_SEGMENT = 103;
    static final int IPPROTO_IPV6 = 41;
    static final int IPV6_V6ONLY = 26;
    static final int IPV6_TCLASS = 67;
    static final int MSG_TRUNC = 0x20;
    static final int CLOCK_THREAD_CPUTIME_ID = 3;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int EINVAL = 22;
    static final int EMSGSIZE = 90;
    static final int EOPNOTSUPP = 95;

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
    private static final MethodHandle GETSOCKOPT = capturing("getsockopt", INT, INT, INT, LONG, LONG);
    private static final MethodHandle EVENTFD = capturing("eventfd", INT, INT);
    private static final MethodHandle CLOSE = capturing("close", INT);
    private static final MethodHandle SENDMMSG_AGAIN = capturing("sendmmsg", INT, LONG, INT, INT);
    private static final MethodHandle RECVMMSG = plain("recvmmsg", INT, INT, LONG, INT, INT, LONG);
    private static final MethodHandle SENDMMSG = plain("sendmmsg", INT, INT, LONG, INT, INT);
    private static final MethodHandle POLL = plain("poll", INT, LONG, LONG, INT);
    private static final MethodHandle NANOSLEEP = plain("nanosleep", INT, LONG, LONG);
    private static final MethodHandle CLOCK_GETTIME = plain("clock_gettime", INT, INT, LONG);
    private static final MethodHandle READ = plain("read", LONG, INT, LONG, LONG);
    private static final MethodHandle WRITE = plain("write", LONG, INT, LONG, LONG);
    private static final MethodHandle STRERROR = plain("strerror", LONG, INT);

    private Libc() {}

    /** Memory for the error number of one thread's calls. */
    static MemorySegment newCallState() {
        return Arena.ofAuto().allocate(CALL_STATE);
    }

    static int socket(MemorySegment state, int family, int type, int protocol) {
        try {
            return result(state, (int) SOCKET.invokeExact(state, family, type, protocol));
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

    static int setsockopt(MemorySegment state, int fd, int level, int option, long value, int length) {
        try {
            return result(state, (int) SETSOCKOPT.invokeExact(state, fd, level, option, value, length));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int getsockopt(MemorySegment state, int fd, int level, int option, long value, long length) {
        try {
            return result(state, (int) GETSOCKOPT.invokeExact(state, fd, level, option, value, length));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Never waits: the sockets are non-blocking. */
    static int recvmmsg(int fd, long messages, int count) {
        try {
            return (int) RECVMMSG.invokeExact(fd, messages, count, 0, 0L);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int sendmmsg(int fd, long messages, int count) {
        try {
            return (int) SENDMMSG.invokeExact(fd, messages, count, 0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The same when it has failed: it may succeed now, or else says why it does not. */
    static int sendmmsgAgain(MemorySegment state, int fd, long messages, int count) {
        try {
            return result(state, (int) SENDMMSG_AGAIN.invokeExact(state, fd, messages, count, 0));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int poll(long pollfds, long count, int timeoutMs) {
        try {
            return (int) POLL.invokeExact(pollfds, count, timeoutMs);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Sleeps for less than a second, perhaps shorter if a signal comes. */
    static int nanosleep(long timespec) {
        try {
            return (int) NANOSLEEP.invokeExact(timespec, 0L);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Reads a clock into a {@code struct timespec}. */
    static int clockGettime(int clock, long timespec) {
        try {
            return (int) CLOCK_GETTIME.invokeExact(clock, timespec);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int eventfd(MemorySegment state, int initial, int flags) {
        try {
            return result(state, (int) EVENTFD.invokeExact(state, initial, flags));
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

    static long read(int fd, long buffer, long length) {
        try {
            return (long) READ.invokeExact(fd, buffer, length);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long write(int fd, long buffer, long length) {
        try {
            return (long) WRITE.invokeExact(fd, buffer, length);
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

    private static MethodHandle plain(String name, ValueLayout result, ValueLayout... arguments) {
        return LINKER.downcallHandle(SYMBOLS.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private static AssertionError unexpected(Throwable e) {
        return new AssertionError("a system call throws nothing", e);
    }
}
