package org.asterism.iax2.registrant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.asterism.core.registration.RegistrationPacer;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.peer.HostLookup;
import org.jspecify.annotations.Nullable;

/**
 * All registrations of iax.conf at run time. On a reload those that are as they were keep their state and their timers. Lives on its
 * shard's thread.
 */
public final class Registrants {
    /** A switch with thousands of registrations does not send them all at once. */
    private static final int PER_SECOND = 100;

    private final Iax2Socket socket;
    private final HostLookup lookup;
    private final Function<RegisterLine, RegistrantCredentials> credentials;
    private final RegistrantListener listener;
    private final RegistrationPacer pacer = new RegistrationPacer(PER_SECOND, 1);
    private List<Registrant> registrants = List.of();

    /**
     * Creates an empty set.
     *
     * @param socket      where requests leave
     * @param lookup      finds registrars
     * @param credentials what a line can prove itself with
     * @param listener    is told
     */
    public Registrants(
            Iax2Socket socket,
            HostLookup lookup,
            Function<RegisterLine, RegistrantCredentials> credentials,
            RegistrantListener listener) {
        this.socket = socket;
        this.lookup = lookup;
        this.credentials = credentials;
        this.listener = listener;
    }

    /**
     * Takes over the lines of a configuration.
     *
     * @param lines what iax.conf says, in the order of listings
     */
    public void configure(List<RegisterLine> lines) {
        List<Registrant> before = new ArrayList<>(registrants);
        List<Registrant> next = new ArrayList<>(lines.size());
        for (RegisterLine line : lines) {
            RegistrantCredentials proof = credentials.apply(line);
            Registrant kept = take(before, line, proof);
            if (kept == null) {
                kept = new Registrant(line, socket, lookup, proof, listener, pacer);
                kept.start();
            }
            next.add(kept);
        }
        before.forEach(Registrant::stop);
        registrants = next;
    }

    /** {@return what there is to know of each, in the order of listings} */
    public List<RegistrantStatus> statuses() {
        return registrants.stream().map(Registrant::status).toList();
    }

    /** Ends all of them. */
    public void stop() {
        registrants.forEach(Registrant::stop);
        registrants = List.of();
    }

    private static @Nullable Registrant take(List<Registrant> from, RegisterLine line, RegistrantCredentials proof) {
        for (Registrant each : from) {
            if (each.line().isSameAs(line) && each.credentials().equals(proof)) {
                from.remove(each);
                return each;
            }
        }
        return null;
    }
}
