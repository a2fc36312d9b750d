package org.asterism.outreg.registration;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.ServiceResolution;
import org.asterism.core.time.Timer;
import org.asterism.outreg.sip.location.NameService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of hosts from which requests may come: looked up when their names are configured, and again as often as DNS says that
 * they may have changed. Where SRV records count and the name has some, the hosts they name; else the host of the name itself. What
 * was known last counts while nothing newer can be learned. Belongs to the stack's loop.
 */
final class HostAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(HostAddresses.class);

    private static final List<String> SERVICES = List.of("_sip._udp.", "_sip._tcp.", "_sips._tcp.");
    /** Records that are never valid for long must not keep us asking; in ms. */
    private static final long SHORTEST_MS = 10_000;

    private final NameService names;
    private final EventLoop loop;
    private final Map<Host, Followed> followed = new HashMap<>();

    /**
     * A host as it is configured.
     *
     * @param name       its name
     * @param srvLookups whether SRV records count
     */
    record Host(String name, boolean srvLookups) {}

    /**
     * @param names is asked
     * @param loop  the stack's
     */
    HostAddresses(NameService names, EventLoop loop) {
        this.names = names;
        this.loop = loop;
    }

    /**
     * Follows these hosts from now on, and no others.
     *
     * @param hosts all that are configured
     */
    void follow(Set<Host> hosts) {
        followed.entrySet().removeIf(each -> {
            boolean gone = !hosts.contains(each.getKey());
            if (gone) {
                each.getValue().end();
            }
            return gone;
        });
        for (Host host : hosts) {
            if (!followed.containsKey(host)) {
                Followed fresh = new Followed(host);
                followed.put(host, fresh);
                fresh.lookUp();
            }
        }
    }

    /** {@return whether a host has an address, as far as is known} */
    boolean covers(Host host, InetAddress address) {
        Followed known = followed.get(host);
        return known != null && known.addresses.contains(address);
    }

    private final class Followed extends Timer {
        private final Host host;
        private Set<InetAddress> addresses = Set.of();
        private boolean ended;

        // Of the look-up that is under way.
        private final Set<String> targets = new HashSet<>();
        private final Set<InetAddress> found = new HashSet<>();
        private int unanswered;
        private long validUntilMs;

        Followed(Host host) {
            this.host = host;
        }

        void end() {
            ended = true;
            loop.timers().cancel(this);
        }

        @Override
        protected void expire(long nowMs) {
            lookUp();
        }

        void lookUp() {
            targets.clear();
            found.clear();
            validUntilMs = Long.MAX_VALUE;
            if (!host.srvLookups()) {
                lookUpHosts();
                return;
            }
            unanswered = SERVICES.size();
            SERVICES.forEach(service -> names.services(service + host.name(), this::services));
        }

        private void services(ServiceResolution answer) {
            answer.targets().forEach(target -> targets.add(target.host()));
            validUntilMs = Math.min(validUntilMs, answer.validUntilMs());
            if (--unanswered == 0 && !ended) {
                lookUpHosts();
            }
        }

        private void lookUpHosts() {
            List<String> hosts = targets.isEmpty() ? List.of(host.name()) : List.copyOf(targets);
            unanswered = hosts.size();
            hosts.forEach(each -> names.addresses(each, this::addresses));
        }

        private void addresses(Resolution answer) {
            found.addAll(answer.addresses());
            validUntilMs = Math.min(validUntilMs, answer.validUntilMs());
            if (--unanswered > 0 || ended) {
                return;
            }
            if (!found.isEmpty()) {
                addresses = Set.copyOf(found);
            } else if (addresses.isEmpty()) {
                LOG.warn(
                        "No address is known for '{}', match= of a type=identify in pjsip.conf: {}; it is looked up"
                                + " again",
                        host.name(),
                        answer.problem());
            }
            loop.timers().schedule(this, Math.max(validUntilMs, loop.nowMs() + SHORTEST_MS));
        }
    }
}
