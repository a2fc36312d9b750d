package org.asterism.outreg.rpt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.Verbose;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.registration.RegistrationAnswer;
import org.asterism.core.registration.RegistrationMachine;
import org.asterism.core.registration.RegistrationOrder;
import org.asterism.core.registration.RegistrationPacer;
import org.asterism.core.registration.RegistrationStatus;
import org.asterism.core.registration.RetryPolicy;
import org.asterism.core.time.MillisClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one node registered, on a virtual thread of its own. Safe for any thread. */
final class HttpRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRegistration.class);

    private final HttpRegisterLine line;
    private final HttpExchange exchange;
    private final IntSupplier iaxPort;
    private final EventBus events;
    private final MillisClock clock = MillisClock.system();
    private final ReentrantLock lock = new ReentrantLock();
    private final RegistrationMachine machine;
    private final Thread thread;
    private List<String> addresses = List.of();
    private String perceived = "";
    private int refreshSeconds;

    /**
     * @param line     what the file says
     * @param policy   when it is sent again
     * @param pacer    spreads the requests of many
     * @param exchange sends
     * @param iaxPort  our IAX2 port, 0 when it is not configured
     * @param events   where Registry events go
     */
    HttpRegistration(
            HttpRegisterLine line,
            RetryPolicy policy,
            RegistrationPacer pacer,
            HttpExchange exchange,
            IntSupplier iaxPort,
            EventBus events) {
        this.line = line;
        this.exchange = exchange;
        this.iaxPort = iaxPort;
        this.events = events;
        this.machine = new RegistrationMachine(policy, new Random(), pacer);
        this.thread =
                Thread.ofVirtual().name("http-registration-" + line.node()).unstarted(this::run);
    }

    HttpRegisterLine line() {
        return line;
    }

    void start() {
        machine.start(clock.nowMs(), 0);
        thread.start();
    }

    /** Ends it; the protocol has no word for that, the registrar forgets the node by itself. */
    void stop() {
        thread.interrupt();
    }

    HttpRegistrationStatus status() {
        lock.lock();
        try {
            return new HttpRegistrationStatus(
                    line, addresses, perceived, refreshSeconds, machine.snapshot(clock.nowMs()));
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (waitForDeadline()) {
                if (tick() == RegistrationOrder.REGISTER) {
                    resolve();
                    take(exchange.register(
                            line, iaxPort.getAsInt(), machine.policy().expirationSeconds()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end of it
        }
    }

    /** {@return whether there is anything to come: without it only another configuration helps} */
    private boolean waitForDeadline() throws InterruptedException {
        long deadline;
        lock.lock();
        try {
            deadline = machine.deadlineMillis();
        } finally {
            lock.unlock();
        }
        if (deadline == RegistrationMachine.NEVER) {
            return false;
        }
        Thread.sleep(Math.max(0, deadline - clock.nowMs()));
        return true;
    }

    private RegistrationOrder tick() {
        lock.lock();
        try {
            return machine.tick(clock.nowMs());
        } finally {
            lock.unlock();
        }
    }

    /** Only for listings: the HTTP client looks the name up itself. */
    private void resolve() {
        List<String> found;
        try {
            found = Arrays.stream(InetAddress.getAllByName(line.host()))
                    .map(each ->
                            PeerAddress.of(each.getHostAddress(), line.port()).toString())
                    .toList();
        } catch (UnknownHostException e) {
            return;
        }
        lock.lock();
        try {
            addresses = found;
        } finally {
            lock.unlock();
        }
    }

    private void take(HttpExchange.Outcome outcome) {
        RegistrationAnswer answer = outcome.answer();
        boolean before;
        boolean registered;
        String seen;
        String wait;
        lock.lock();
        try {
            before = machine.status() == RegistrationStatus.REGISTERED;
            machine.answer(clock.nowMs(), answer);
            registered = machine.status() == RegistrationStatus.REGISTERED;
            if (registered) {
                RegisterExchange.Reply reply = outcome.reply();
                perceived = reply.address().isEmpty() ? "" : reply.address() + ":" + reply.port();
                refreshSeconds = reply.refreshSeconds();
            }
            seen = perceived;
            wait = machine.lastDecision().retries()
                    ? "retrying in " + machine.lastDecision().waitMillis() / 1000 + " s"
                    : "stopped";
        } finally {
            lock.unlock();
        }
        if (!registered) {
            LOG.warn("HTTP registration of '{}' with {}: {}, {}", line.node(), line.server(), answer.summary(), wait);
        } else if (!before) {
            Verbose.say(3, "Registered node " + line.node() + " with " + line.server() + ", which sees us as " + seen);
        }
        events.publish(Event.of(
                "Registry",
                EventClass.SYSTEM,
                "ChannelType",
                "HTTP",
                "Username",
                line.node(),
                "Domain",
                line.host(),
                "Status",
                registered ? "Registered" : "Rejected"));
    }
}
