package org.asterism.core.net;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;

/**
 * Whether the batched system calls can be trusted on this machine. The structures' layout is checked by use: three datagrams are
 * sent to ourselves, and must come back with the bytes, lengths and source that were sent.
 */
final class MmsgSupport {

    private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64");
    private static final int DATAGRAMS = 3;
    private static final int TRIES = 100;

    private static final String PROBLEM = examine();

    private MmsgSupport() {}

    /** {@return why the calls cannot be used, or nothing} */
    static String problem() {
        return PROBLEM;
    }

    private static String examine() {
        String os = System.getProperty("os.name");
        String architecture = System.getProperty("os.arch");
        if (!"Linux".equals(os) || !ARCHITECTURES.contains(architecture)) {
            return "recvmmsg is used on Linux x86-64 and aarch64, this is " + os + " " + architecture;
        }
        try {
            return tryOut();
        } catch (IOException | RuntimeException | LinkageError e) {
            return "recvmmsg cannot be called: " + e;
        }
    }

    private static String tryOut() throws IOException {
        MmsgTransport transport = new MmsgTransport(SocketSettings.bind(PeerAddress.of("127.0.0.1", 0)));
        try {
            for (int i = 0; i < DATAGRAMS; i++) {
                SendSlot slot = transport.claim();
                slot.memory().asSlice(slot.offset(), Integer.BYTES + i).fill((byte) i);
                transport.send(slot, Integer.BYTES + i, transport.localAddress());
            }
            transport.flush();
            int[] right = {0};
            for (int tries = 0; tries < TRIES && right[0] < DATAGRAMS; tries++) {
                transport.receive(
                        datagram -> right[0] += isRight(datagram, right[0], transport.localAddress()) ? 1 : 0);
            }
            return right[0] == DATAGRAMS ? "" : "recvmmsg does not give back what sendmmsg was given";
        } finally {
            transport.close();
        }
    }

    private static boolean isRight(Datagram datagram, int number, PeerAddress from) {
        MemorySegment bytes = datagram.memory();
        return datagram.length() == Integer.BYTES + number
                && datagram.source().equals(from)
                && bytes.get(ValueLayout.JAVA_BYTE, datagram.offset()) == number
                && bytes.get(ValueLayout.JAVA_BYTE, datagram.offset() + datagram.length() - 1) == number;
    }
}
