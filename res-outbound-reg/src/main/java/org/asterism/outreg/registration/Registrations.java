package org.asterism.outreg.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;
import org.asterism.core.registration.RegistrationPacer;
import org.asterism.outreg.config.AuthSettings;
import org.asterism.outreg.config.PjsipConfiguration;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.digest.Authenticator;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/**
 * All registrations: those that are configured, and those that leave. What changes them belongs to the stack's loop; the listing
 * methods are for any thread.
 */
final class Registrations {
    private final Surroundings around;
    /** By id; written by the loop only. */
    private final Map<String, OutboundRegistration> current = new ConcurrentSkipListMap<>();
    /** Removed or replaced and not yet gone, by id; written by the loop only. */
    private final Map<String, OutboundRegistration> leaving = new ConcurrentSkipListMap<>();
    /** Marks in Contacts, and whose they are; written by the loop only. */
    private final Map<String, String> lines = new HashMap<>();

    private volatile PjsipConfiguration configuration = PjsipConfiguration.EMPTY;
    private @Nullable Runnable whenEmpty;

    /**
     * @param stack   sends requests
     * @param random  draws names and delays; must not be foreseeable
     * @param reports tells people
     */
    Registrations(SipStack stack, RandomGenerator random, RegistrationReports reports) {
        around = new Surroundings(
                stack,
                random,
                new Authenticator(random),
                name -> configuration.auths().get(name),
                RegistrationPacer.standard(),
                reports,
                this::ended);
    }

    /** {@return the objects in force; any thread} */
    PjsipConfiguration configuration() {
        return configuration;
    }

    /**
     * Goes over to another configuration: registrations that mean the same keep their state, changed ones begin anew, removed ones
     * unregister. Auth objects count from the next request on; what was given up because of one gets another chance.
     *
     * @param next the other configuration
     */
    void configure(PjsipConfiguration next) {
        PjsipConfiguration before = configuration;
        configuration = next;
        for (OutboundRegistration each : List.copyOf(current.values())) {
            RegistrationSettings settings =
                    next.registrations().get(each.settings().id());
            if (settings == null) {
                leave(each);
            } else if (!settings.equals(each.settings())) {
                replace(each, settings);
            } else if (!auths(before, settings).equals(auths(next, settings))) {
                each.credentialsChanged();
            }
        }
        for (RegistrationSettings settings : next.registrations().values()) {
            if (!current.containsKey(settings.id())) {
                begin(settings);
            }
        }
    }

    private static List<@Nullable AuthSettings> auths(PjsipConfiguration objects, RegistrationSettings settings) {
        List<@Nullable AuthSettings> auths = new ArrayList<>();
        settings.outboundAuth().forEach(name -> auths.add(objects.auths().get(name)));
        return auths;
    }

    /** Gives all that policy has stopped another chance. */
    void reconsider() {
        current.values().forEach(OutboundRegistration::credentialsChanged);
    }

    private void begin(RegistrationSettings settings) {
        String line = settings.contact().line() ? newLine(settings.contact().endpoint()) : "";
        OutboundRegistration fresh = new OutboundRegistration(settings, line, around);
        current.put(settings.id(), fresh);
        OutboundRegistration predecessor = leaving.get(settings.id());
        fresh.start(() -> {
            // An end that is still being asked for would end the new registration, too: the Contact is the same.
            if (predecessor != null) {
                drop(predecessor);
            }
        });
    }

    private String newLine(String endpoint) {
        String line = around.identifiers().line();
        while (lines.containsKey(line)) {
            line = around.identifiers().line();
        }
        lines.put(line, endpoint);
        return line;
    }

    private void replace(OutboundRegistration old, RegistrationSettings settings) {
        leave(old);
        begin(settings);
    }

    private void leave(OutboundRegistration old) {
        String id = old.settings().id();
        current.remove(id, old);
        OutboundRegistration older = leaving.put(id, old);
        if (older != null && !older.equals(old)) {
            older.abandon();
            lines.remove(older.line());
        }
        old.remove();
    }

    private void drop(OutboundRegistration old) {
        old.abandon();
        ended(old);
    }

    private void ended(OutboundRegistration gone) {
        leaving.remove(gone.settings().id(), gone);
        lines.remove(gone.line());
        Runnable action = whenEmpty;
        if (action != null && leaving.isEmpty()) {
            whenEmpty = null;
            action.run();
        }
    }

    /**
     * Begins the end of all: those registered unregister, all at once.
     *
     * @param whenDone told when the last one is gone; perhaps at once
     */
    void leaveAll(Runnable whenDone) {
        for (OutboundRegistration each : List.copyOf(current.values())) {
            leave(each);
        }
        if (leaving.isEmpty()) {
            whenDone.run();
        } else {
            whenEmpty = whenDone; // only now: the first may be gone at once
        }
    }

    /** Ends all at once, without a word. */
    void abandonAll() {
        current.values().forEach(OutboundRegistration::abandon);
        leaving.values().forEach(OutboundRegistration::abandon);
        current.clear();
        leaving.clear();
        lines.clear();
        whenEmpty = null;
    }

    /** {@return how many have not left yet} */
    int leavingCount() {
        return leaving.size();
    }

    /** Begins all anew, with other Call-IDs. */
    void restartAll() {
        for (OutboundRegistration each : List.copyOf(current.values())) {
            replace(each, each.settings());
        }
    }

    /** Has all unregistered; they come back. */
    void unregisterAll() {
        current.values().forEach(OutboundRegistration::unregister);
    }

    /** A connection has ended. */
    void connectionClosed(Hop hop) {
        current.values().forEach(each -> each.connectionClosed(hop));
    }

    /** {@return the endpoint whose calls bear that mark, null when it is not ours} */
    @Nullable
    String endpointOf(String line) {
        return lines.get(line);
    }

    /** {@return the configured one of that id, null when there is none; any thread} */
    @Nullable
    OutboundRegistration find(String id) {
        return current.get(id);
    }

    /** {@return the configured one of that id, or the one that leaves; any thread} */
    @Nullable
    OutboundRegistration findAny(String id) {
        OutboundRegistration found = current.get(id);
        return found == null ? leaving.get(id) : found;
    }

    /** {@return the sections of all that are there, leaving ones included; any thread} */
    SortedMap<String, RegistrationSettings> shown() {
        SortedMap<String, RegistrationSettings> shown = new TreeMap<>();
        leaving.values().forEach(each -> shown.put(each.settings().id(), each.settings()));
        current.values().forEach(each -> shown.put(each.settings().id(), each.settings()));
        return shown;
    }
}
