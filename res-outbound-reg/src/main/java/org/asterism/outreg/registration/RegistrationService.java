package org.asterism.outreg.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.core.net.EventLoop;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.core.registration.RegistrationSource;
import org.asterism.core.time.MillisClock;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registrations as consoles and managers see them: any thread, each question with a bound. */
final class RegistrationService implements RegistrationControl, RegistrationSource {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationService.class);
    private static final int ANSWER_MS = 5000;

    private final Registrations registrations;
    private final EventLoop loop;
    private final MillisClock clock;

    /**
     * @param registrations what it shows
     * @param loop          the loop they belong to
     * @param clock         the loop's
     */
    RegistrationService(Registrations registrations, EventLoop loop, MillisClock clock) {
        this.registrations = registrations;
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public SortedMap<String, RegistrationSettings> registrations() {
        return registrations.shown();
    }

    @Override
    public RegistrationStanding standing(String id) {
        OutboundRegistration found = registrations.findAny(id);
        if (found == null) {
            return new RegistrationStanding("Unregistered", 0, 0);
        }
        OutboundRegistration.Published state = found.published();
        long now = clock.nowMs();
        return new RegistrationStanding(
                state.status(),
                Math.round((state.scheduledMs() - now) / 1000.0),
                state.nextMs() == 0 ? 0 : Math.max(0, Math.ceilDiv(state.nextMs() - now, 1000L)));
    }

    @Override
    public boolean register(String id) {
        return Boolean.TRUE.equals(ask(() -> {
            OutboundRegistration found = registrations.find(id);
            if (found != null) {
                found.register();
            }
            return found != null;
        }));
    }

    @Override
    public boolean unregister(String id) {
        return Boolean.TRUE.equals(ask(() -> {
            OutboundRegistration found = registrations.find(id);
            if (found != null) {
                found.unregister();
            }
            return found != null;
        }));
    }

    @Override
    public void registerAll() {
        tell(registrations::restartAll);
    }

    @Override
    public void unregisterAll() {
        tell(registrations::unregisterAll);
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(registrations.shown().keySet());
    }

    @Override
    public List<RegistrationReport> find(String name) {
        RegistrationReport report = ask(() -> {
            OutboundRegistration found = registrations.findAny(name);
            return found == null ? null : report(found);
        });
        return report == null ? List.of() : List.of(report);
    }

    private RegistrationReport report(OutboundRegistration registration) {
        RegistrationSettings settings = registration.settings();
        Hop hop = registration.lastHop();
        List<String> addresses = registration.tried().isEmpty()
                ? (hop == null ? List.of() : List.of(hop.toString()))
                : registration.tried();
        return new RegistrationReport(
                settings.id(),
                "SIP",
                settings.serverUri(),
                settings.clientUri(),
                registration.machine().status().label(),
                addresses,
                hop == null ? "" : hop.toString(),
                registration.notes(),
                registration.machine().snapshot(loop.nowMs()));
    }

    /** Has something done in the loop. */
    void tell(Runnable command) {
        try {
            loop.execute(command);
        } catch (RejectedExecutionException e) {
            LOG.warn("The SIP stack takes no commands: {}", e.getMessage());
        }
    }

    /** Has something done in the loop, and waits until it has been: what is asked next is to show it. */
    void carryOut(Runnable command) {
        ask(() -> {
            command.run();
            return true;
        });
    }

    /** {@return the loop's answer, null when it does not come in time} */
    private <T> @Nullable T ask(Callable<@Nullable T> question) {
        try {
            return loop.ask(question).get(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("The SIP stack does not answer: {}", e.toString());
        }
        return null;
    }
}
