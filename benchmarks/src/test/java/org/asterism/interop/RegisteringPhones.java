package org.asterism.interop;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.Md5Response;
import org.jspecify.annotations.Nullable;

/** Phones behind one socket that register one after another, so that a test knows of each when it was told that it is registered. */
final class RegisteringPhones implements AutoCloseable {
    private static final int PATIENCE_MS = 500;
    private static final int MOST_BYTES = 1500;

    private final DatagramSocket socket;
    private final byte[] received = new byte[MOST_BYTES];
    private int callNumber = 1;

    /** Phones that give a server so many half seconds to answer each request. */
    RegisteringPhones(String address) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName(address));
        socket.setSoTimeout(PATIENCE_MS);
    }

    /** Where they are. */
    int port() {
        return socket.getLocalPort();
    }

    /** Registers; whether it was granted. */
    boolean register(InetSocketAddress server, String user, String secret) throws IOException {
        FullFrame challenge = challenge(server, user);
        if (challenge == null) {
            return false;
        }
        String text = elements(challenge).text(InformationElement.CHALLENGE, "");
        FullFrame answer = ask(server, challenge.sourceCall(), 1, 1, user, null, Md5Response.of(text, secret));
        return answer != null && answer.command() == IaxCommand.REGACK;
    }

    /**
     * Asks to be challenged as a user.
     *
     * @return a wrong answer to the challenge, to be sent as often as somebody likes who guesses; null if there was no challenge
     */
    @Nullable
    DatagramPacket guess(InetSocketAddress server, String user) throws IOException {
        FullFrame challenge = challenge(server, user);
        return challenge == null
                ? null
                : request(server, challenge.sourceCall(), 1, 1, user, null, Md5Response.of("no", "idea"));
    }

    /** Asks to register under a new call number, with the token that the server gives; null if it does not end in a challenge. */
    private @Nullable FullFrame challenge(InetSocketAddress server, String user) throws IOException {
        callNumber = callNumber % 32_000 + 1;
        FullFrame token = ask(server, 0, 0, 0, user, new byte[0], null);
        if (token == null || token.command() != IaxCommand.CALLTOKEN) {
            return null;
        }
        byte[] given = elements(token).bytes(InformationElement.CALL_TOKEN);
        FullFrame challenge = ask(server, 0, 0, 0, user, given, null);
        return challenge == null || challenge.command() != IaxCommand.REGAUTH ? null : challenge;
    }

    /** Sends a request once, whatever comes of it. */
    void send(DatagramPacket request) throws IOException {
        socket.send(request);
    }

    /** Sends a request and waits for what answers it; null if nothing does. */
    private @Nullable FullFrame ask(
            InetSocketAddress server,
            int remoteCall,
            int oseqno,
            int iseqno,
            String user,
            byte @Nullable [] token,
            @Nullable String response)
            throws IOException {
        DatagramPacket request = request(server, remoteCall, oseqno, iseqno, user, token, response);
        for (int attempt = 0; attempt < 4; attempt++) {
            socket.send(request);
            FullFrame answer = receive(iseqno);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private DatagramPacket request(
            InetSocketAddress server,
            int remoteCall,
            int oseqno,
            int iseqno,
            String user,
            byte @Nullable [] token,
            @Nullable String response) {
        byte[] bytes = new byte[MOST_BYTES];
        MemorySegment memory = MemorySegment.ofArray(bytes);
        ElementWriter list = new ElementWriter()
                .wrap(memory, FullFrame.HEADER_LENGTH, ElementWriter.MAX_LIST_LENGTH)
                .text(InformationElement.USERNAME, user)
                .u16(InformationElement.REFRESH, 60);
        if (response != null) {
            list.text(InformationElement.MD5_RESULT, response);
        }
        if (token != null) {
            list.bytes(InformationElement.CALL_TOKEN, token);
        }
        int length = FullFrame.HEADER_LENGTH + list.length();
        new FullFrame()
                .wrap(memory, 0, length)
                .sourceCall(callNumber)
                .destinationCall(remoteCall)
                .timestamp(1)
                .oseqno(oseqno)
                .iseqno(iseqno)
                .command(IaxCommand.REGREQ);
        return new DatagramPacket(bytes, length, server);
    }

    private @Nullable FullFrame receive(int oseqno) throws IOException {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(received, received.length);
                socket.receive(packet);
                FullFrame frame = new FullFrame()
                        .wrap(
                                MemorySegment.ofArray(Arrays.copyOf(received, packet.getLength())),
                                0,
                                packet.getLength());
                boolean answers = packet.getLength() >= FullFrame.HEADER_LENGTH
                        && frame.destinationCall() == callNumber
                        && frame.command() != IaxCommand.ACK
                        && frame.oseqno() == oseqno;
                if (answers) {
                    return frame;
                }
            }
        } catch (SocketTimeoutException _) {
            return null;
        }
    }

    private static FrameElements elements(FullFrame frame) {
        FrameElements elements = new FrameElements();
        if (!elements.parse(frame)) {
            throw new IllegalStateException("elements that cannot be read");
        }
        return elements;
    }

    @Override
    public void close() {
        socket.close();
    }
}
