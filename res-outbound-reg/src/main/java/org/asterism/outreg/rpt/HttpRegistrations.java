package org.asterism.outreg.rpt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.asterism.core.event.EventBus;
import org.asterism.core.registration.RegistrationPacer;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.core.registration.RegistrationSource;
import org.jspecify.annotations.Nullable;

/** All registrations at run time; on a reload those that are as they were keep their state. Safe for any thread. */
final class HttpRegistrations implements RegistrationSource, AutoCloseable {
    private final EventBus events;
    private final IntSupplier iaxPort;
    private final RegistrationPacer pacer = RegistrationPacer.standard();
    private volatile List<HttpRegistration> running = List.of();
    private HttpConfiguration configured = HttpConfiguration.NONE;
    private @Nullable HttpExchange exchange;

    /**
     * @param events  where Registry events go
     * @param iaxPort our IAX2 port, 0 when it is not configured; asked before each request
     */
    HttpRegistrations(EventBus events, IntSupplier iaxPort) {
        this.events = events;
        this.iaxPort = iaxPort;
    }

    /**
     * Takes over a configuration.
     *
     * @param next what the file says
     * @throws IOException its certificates cannot be used; everything stays as it was
     */
    synchronized void configure(HttpConfiguration next) throws IOException {
        HttpExchange before = exchange;
        boolean sameTrust = next.caFile().equals(configured.caFile());
        HttpExchange now = before != null && sameTrust ? before : new HttpExchange(next.caFile());
        boolean keep = sameTrust && samePolicy(next);
        List<HttpRegistration> old = new ArrayList<>(running);
        List<HttpRegistration> all = new ArrayList<>();
        List<HttpRegistration> fresh = new ArrayList<>();
        for (HttpRegisterLine line : next.lines()) {
            HttpRegistration kept = keep ? take(old, line) : null;
            if (kept == null) {
                kept = new HttpRegistration(line, next.policy(), pacer, now, iaxPort, events);
                fresh.add(kept);
            }
            all.add(kept);
        }
        old.forEach(HttpRegistration::stop);
        running = List.copyOf(all);
        configured = next;
        exchange = now;
        fresh.forEach(HttpRegistration::start);
        if (before != null && !before.equals(now)) {
            before.close();
        }
    }

    private boolean samePolicy(HttpConfiguration next) {
        // The refresh rule is a function of the interval, which is compared; functions have no equality of their own.
        return next.policy()
                .draft()
                .refresh(configured.policy().refresh())
                .build()
                .equals(configured.policy());
    }

    private static @Nullable HttpRegistration take(List<HttpRegistration> from, HttpRegisterLine line) {
        for (HttpRegistration each : from) {
            HttpRegisterLine its = each.line();
            if (its.node().equals(line.node())
                    && its.secret().equals(line.secret())
                    && its.server().equals(line.server())) {
                from.remove(each);
                return each;
            }
        }
        return null;
    }

    /** {@return each at this moment, in the order of listings} */
    List<HttpRegistrationStatus> statuses() {
        return running.stream().map(HttpRegistration::status).toList();
    }

    @Override
    public List<String> names() {
        return running.stream().map(each -> each.line().name()).toList();
    }

    @Override
    public List<RegistrationReport> find(String name) {
        return statuses().stream()
                .filter(each -> each.line().name().equals(name))
                .map(HttpRegistrationStatus::report)
                .toList();
    }

    @Override
    public synchronized void close() {
        running.forEach(HttpRegistration::stop);
        running = List.of();
        HttpExchange open = exchange;
        exchange = null;
        if (open != null) {
            open.close();
        }
    }
}
