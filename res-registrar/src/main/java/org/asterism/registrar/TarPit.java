package org.asterism.registrar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.asterism.core.net.PeerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where senders go whose registrations are refused again and again: each address has a budget of refusals, which fills up with time;
 * while it is used up, its requests are not answered. IPv6 addresses of one /64 are one. Bounded: of more addresses than it has room for
 * the oldest is forgotten. Safe for any thread; nothing waits.
 */
final class TarPit {
    /** How many addresses are remembered at most. */
    static final int MOST_SOURCES = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(TarPit.class);

    /**
     * What is allowed.
     *
     * @param budget  refusals in a row; 0 for any number
     * @param refillMs after how long there may be one more
     */
    record Settings(int budget, int refillMs) {
        static final Settings OFF = new Settings(0, 1);

        long wholeMs() {
            return (long) budget * refillMs;
        }
    }

    /**
     * An address that has been refused.
     *
     * @param host     the last address of it that was
     * @param refused  how often
     * @param ignored  requests that were not answered
     * @param waitMs   until its next request is looked at, 0 for at once
     */
    record Source(String host, long refused, long ignored, long waitMs) {}

    private static final class Account {
        private final PeerAddress address;
        private long refused;
        private long ignored;
        /** When the budget is whole again, in ms since 1970. */
        private long wholeAtMs;

        private boolean told;

        Account(PeerAddress address) {
            this.address = address;
        }
    }

    private final LinkedHashMap<Long, Account> accounts = new LinkedHashMap<>();
    private final LongAdder ignored = new LongAdder();
    private volatile Settings settings;
    /** So that nobody waits for the map while it is empty, which it is where nobody is refused. */
    private volatile boolean empty = true;

    TarPit(Settings settings) {
        this.settings = settings;
    }

    /**
     * Changes what is allowed from now on.
     *
     * @param newSettings budget and time
     */
    void settings(Settings newSettings) {
        settings = newSettings;
    }

    /**
     * Whether a request is not to be answered, which is counted.
     *
     * @param source where it came from
     * @param nowMs  ms since 1970
     */
    boolean holds(PeerAddress source, long nowMs) {
        if (empty) {
            return false;
        }
        synchronized (accounts) {
            Account account = accounts.get(key(source));
            if (account == null || waitMs(account, nowMs) == 0) {
                return false;
            }
            account.ignored++;
        }
        ignored.increment();
        return true;
    }

    /**
     * A request was refused whose sender has shown where he is.
     *
     * @param source where it came from
     * @param nowMs  ms since 1970
     */
    void refused(PeerAddress source, long nowMs) {
        Settings current = settings;
        if (current.budget() == 0) {
            return;
        }
        boolean tell;
        synchronized (accounts) {
            Account account = accounts.computeIfAbsent(key(source), _ -> new Account(source));
            account.refused++;
            account.wholeAtMs =
                    Math.min(Math.max(account.wholeAtMs, nowMs) + current.refillMs(), nowMs + current.wholeMs());
            tell = !account.told && waitMs(account, nowMs) > 0;
            account.told |= tell;
            if (accounts.size() > MOST_SOURCES) {
                accounts.pollFirstEntry();
            }
            empty = false;
        }
        if (tell) {
            LOG.warn(
                    "Registrations from {} were refused {} times in a row; others from there are looked at only every"
                            + " {} ms now, but for devices that are registered (tarpit_budget in {})",
                    source.host(),
                    current.budget(),
                    current.refillMs(),
                    RegistrarOptions.FILE);
        }
    }

    /**
     * Forgets those whose budget is whole again.
     *
     * @param nowMs ms since 1970
     */
    void tidy(long nowMs) {
        if (empty) {
            return;
        }
        synchronized (accounts) {
            accounts.values().removeIf(account -> account.wholeAtMs <= nowMs);
            empty = accounts.isEmpty();
        }
    }

    /** {@return requests that were not answered, since the start} */
    long ignored() {
        return ignored.sum();
    }

    /**
     * The addresses that are remembered, the oldest first.
     *
     * @param nowMs ms since 1970
     */
    List<Source> sources(long nowMs) {
        List<Source> sources = new ArrayList<>();
        synchronized (accounts) {
            for (Account account : accounts.values()) {
                sources.add(
                        new Source(account.address.host(), account.refused, account.ignored, waitMs(account, nowMs)));
            }
        }
        return sources;
    }

    private long waitMs(Account account, long nowMs) {
        Settings current = settings;
        return current.budget() == 0
                ? 0
                : Math.max(0, account.wholeAtMs - nowMs - (current.wholeMs() - current.refillMs()));
    }

    /** An IPv4 address, or the network of an IPv6 address. */
    private static Long key(PeerAddress address) {
        return address.isIpv4() ? address.low() : address.high();
    }
}
