package org.asterism.iax2.engine;

import java.util.Objects;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** A request that is answered without a dialog: a view of the datagram it came in, used again for the next one. */
public final class StatelessRequest {
    private final Iax2Shard shard;
    private @Nullable Iax2Socket socket;
    private @Nullable Datagram datagram;
    private @Nullable FullFrame frame;
    private @Nullable FrameElements elements;
    private boolean tokenValidated;

    StatelessRequest(Iax2Shard shard) {
        this.shard = shard;
    }

    StatelessRequest wrap(Iax2Socket newSocket, Datagram newDatagram, FullFrame newFrame, FrameElements newElements) {
        socket = newSocket;
        datagram = newDatagram;
        frame = newFrame;
        elements = newElements;
        tokenValidated = false;
        return this;
    }

    void tokenValidated(boolean newTokenValidated) {
        tokenValidated = newTokenValidated;
    }

    /** {@return the frame} */
    public FullFrame frame() {
        return Objects.requireNonNull(frame);
    }

    /** {@return its information elements} */
    public FrameElements elements() {
        return Objects.requireNonNull(elements);
    }

    /** {@return the socket it came in at; keep it to answer later} */
    public Iax2Socket socket() {
        return Objects.requireNonNull(socket);
    }

    /** {@return the datagram, whose source is the sender: reading it as numbers makes no object} */
    public Datagram datagram() {
        return Objects.requireNonNull(datagram);
    }

    /** {@return the sender's address, as an object that may be kept} */
    public PeerAddress source() {
        return datagram().source();
    }

    /** {@return whether it carried a valid call token, so that the address is proven} */
    public boolean tokenValidated() {
        return tokenValidated;
    }

    /** {@return an empty list of elements for the answer} */
    public ElementWriter compose() {
        return shard.compose();
    }

    /**
     * Answers.
     *
     * @param command    what
     * @param sourceCall the number this answer speaks under
     * @param oseqno     0 in a first answer, 1 in the one that follows
     * @param elements   what {@link #compose} gave, or null for none
     */
    public void reply(IaxCommand command, int sourceCall, int oseqno, @Nullable ElementWriter elements) {
        FullFrame request = frame();
        socket().reply(
                        datagram(),
                        command,
                        sourceCall,
                        request.sourceCall(),
                        oseqno,
                        request.oseqno() + 1,
                        request.timestamp(),
                        elements);
    }
}
