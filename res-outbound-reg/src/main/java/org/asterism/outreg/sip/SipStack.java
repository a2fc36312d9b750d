package org.asterism.outreg.sip;

import java.util.List;
import org.asterism.core.net.EventLoop;
import org.asterism.outreg.sip.config.GlobalSettings;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.location.NameService;
import org.asterism.outreg.sip.transport.Hop;

/**
 * The service of {@code res_pjsip}. Modules of the same jar that require {@code res_pjsip} find it in the
 * {@link org.asterism.core.ServiceDirectory}. Any thread may call any method; all that is called back runs on {@link #loop} and must
 * not block.
 */
public interface SipStack {
    /** {@return the loop that owns everything in the stack; its timers are there for users of the stack, too} */
    EventLoop loop();

    /** {@return what {@code type=global} and {@code type=system} of pjsip.conf say} */
    GlobalSettings settings();

    /** {@return the transports that are bound, in the order of pjsip.conf} */
    List<TransportSettings> transports();

    /** {@return looks names up; answers come on the loop. Loop's thread} */
    NameService names();

    /** {@return what it has on its hands. Loop's thread} */
    StackStatistics statistics();

    /**
     * Sends a request in a client transaction (RFC 3261 section 17.1): looks up where to (RFC 3263), opens a connection where one
     * is needed, retransmits, and goes on to the next address after a 503, silence or a broken transport. The listener is told the
     * end exactly once.
     *
     * @param request  what and where to
     * @param listener is told the end
     * @return to give up
     */
    PendingRequest send(OutgoingRequest request, ResponseListener listener);

    /**
     * Offers somebody the requests that arrive, before those who were added earlier.
     *
     * @param handler takes a request or leaves it to the next
     * @return takes the offer back
     */
    Subscription addRequestHandler(RequestHandler handler);

    /**
     * Tells somebody of connections that end, by either side's doing.
     *
     * @param listener is told
     * @return ends it
     */
    Subscription addConnectionListener(ConnectionListener listener);

    /** A request that may be given up. */
    interface PendingRequest {
        /** Forgets the request: its listener hears nothing any more. Nothing is sent for that. Any thread. */
        void cancel();
    }

    /** Something to be taken back. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Is told of connections that end. */
    @FunctionalInterface
    interface ConnectionListener {
        /**
         * A TCP or TLS connection is gone.
         *
         * @param hop    the hop of all messages that went over it, by {@link Hop#connection}
         * @param reason for people
         */
        void onClosed(Hop hop, String reason);
    }
}
