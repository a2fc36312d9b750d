package org.asterism.outreg.sip.location;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Target;
import org.jspecify.annotations.Nullable;

/** Finds the addresses of a URI. Loop's thread; answers there. */
public final class Locator {
    private final NameService names;
    private final RandomGenerator random;

    /**
     * Creates a locator.
     *
     * @param names  whom it asks
     * @param random for the weights of SRV records
     */
    public Locator(NameService names, RandomGenerator random) {
        this.names = names;
        this.random = random;
    }

    /** Which ways there are at all; others are not looked for. */
    public interface Ways {
        /**
         * Whether a way can be taken.
         *
         * @param protocol how to speak
         * @param address  to whom, {@code null} for anybody
         * @return whether a transport can do that
         */
        boolean reaches(Protocol protocol, @Nullable InetAddress address);
    }

    /**
     * What was found.
     *
     * @param targets in the order to try them; empty when there are none
     * @param problem why there are none; empty when there are
     */
    public record Located(List<Target> targets, String problem) {
        /** Keeps the list from changing. */
        public Located {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Looks for the addresses of a URI.
     *
     * @param uri      the Request-URI, or the first of the route set
     * @param protocol how to speak where the URI leaves that open, {@code null} to go by DNS
     * @param ways     which ways there are
     * @param callback gets the outcome, once; at once where nothing has to be looked up
     */
    public void locate(SipUri uri, @Nullable Protocol protocol, Ways ways, Consumer<Located> callback) {
        new Search(names, random, uri, protocol, ways, callback).start();
    }
}
