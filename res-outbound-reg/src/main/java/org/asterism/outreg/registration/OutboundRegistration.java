package org.asterism.outreg.registration;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.registration.RegistrationAnswer;
import org.asterism.core.registration.RegistrationFollowUp;
import org.asterism.core.registration.RegistrationMachine;
import org.asterism.core.registration.RegistrationOrder;
import org.asterism.core.registration.RegistrationState;
import org.asterism.core.registration.RegistrationStatus;
import org.asterism.core.time.Timer;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.sip.OutgoingRequest;
import org.asterism.outreg.sip.ResponseListener;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/**
 * One {@code type=registration}: makes the requests that its {@link RegistrationMachine} orders, and tells it what came of them.
 * Belongs to the stack's loop, except where it says otherwise.
 */
final class OutboundRegistration {
    private final RegistrationSettings settings;
    private final Surroundings around;
    private final RegistrationMachine machine;
    private final RegisterRequest message;
    private final RegisterDraft draft;
    private final Timer timer = new Timer() {
        @Override
        protected void expire(long nowMs) {
            obey(machine.tick(nowMs));
        }
    };

    private SipStack.@Nullable PendingRequest pending;
    /** Tells answers to what is out from answers to what was given up. */
    private int generation;

    private @Nullable Hop lastHop;
    private List<String> tried = List.of();
    private List<String> serviceRoute = List.of();
    private @Nullable Runnable beforeFirstRequest;

    private volatile Published published = new Published(RegistrationStatus.UNREGISTERED.label(), 0, 0);

    /**
     * What other threads may see.
     *
     * @param status      the word
     * @param scheduledMs when the next request leaves, or the last one was due
     * @param nextMs      when the next request leaves, 0 when one is out or there is none
     */
    record Published(String status, long scheduledMs, long nextMs) {}

    /**
     * Creates one that waits for {@link #start}.
     *
     * @param settings its section
     * @param line     its mark in Contact, empty for none
     * @param around   what it shares with others
     */
    OutboundRegistration(RegistrationSettings settings, String line, Surroundings around) {
        this.settings = settings;
        this.around = around;
        this.machine = new RegistrationMachine(RetryPolicies.of(settings), around.random(), around.pacer());
        this.message = new RegisterRequest(
                settings,
                SipUri.parse(settings.serverUri()),
                SipUri.parse(settings.clientUri()),
                around.identifiers().uuid(),
                line);
        this.draft = new RegisterDraft(settings, message, around);
    }

    /** {@return its section; any thread} */
    RegistrationSettings settings() {
        return settings;
    }

    /** {@return its mark in Contact, empty for none; any thread} */
    String line() {
        return message.line();
    }

    /** {@return what other threads may see; any thread} */
    Published published() {
        return published;
    }

    /** {@return the machine} */
    RegistrationMachine machine() {
        return machine;
    }

    /** {@return the way of the last response, null before the first} */
    @Nullable
    Hop lastHop() {
        return lastHop;
    }

    /** {@return what happened at each address of the last request that nobody answered} */
    List<String> tried() {
        return tried;
    }

    /** {@return what there is to know beyond the machine's state, for people} */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Call-ID: " + message.callId());
        Hop hop = lastHop;
        if (hop != null) {
            notes.add("Contact: " + message.contact(hop));
            notes.add("Transport: " + hop.transport() + " (" + hop.protocol() + ")");
        }
        if (!message.line().isEmpty()) {
            notes.add("Calls to line=" + message.line() + " are endpoint "
                    + settings.contact().endpoint() + "'s");
        }
        if (!serviceRoute.isEmpty()) {
            notes.add("Service-Route: " + String.join(", ", serviceRoute));
        }
        return notes;
    }

    /**
     * Begins, after its initial delay.
     *
     * @param before what is done first when the first request leaves
     */
    void start(Runnable before) {
        beforeFirstRequest = before;
        machine.start(around.nowMs());
        settle();
    }

    /** An operator wants it unregistered, and registered again soon. */
    void register() {
        draft.askForConfiguredInterval();
        obey(machine.register(around.nowMs()));
    }

    /** An operator wants it unregistered. */
    void unregister() {
        obey(machine.unregister(around.nowMs()));
    }

    /** It is no longer configured, or the module ends. */
    void remove() {
        obey(machine.remove(around.nowMs()));
    }

    /** Other credentials are there: what was given up gets another chance. */
    void credentialsChanged() {
        machine.credentialsChanged(around.nowMs());
        settle();
    }

    /** A connection has ended. */
    void connectionClosed(Hop closed) {
        Hop hop = lastHop;
        if (hop != null && hop.connection() != 0 && hop.connection() == closed.connection()) {
            obey(machine.connectionLost(around.nowMs()));
        }
    }

    /** Ends it at once: nothing is sent, nothing more is heard. */
    void abandon() {
        generation++;
        cancelPending();
        around.stack().loop().timers().cancel(timer);
    }

    private void obey(RegistrationOrder order) {
        switch (order) {
            case NOTHING -> {}
            case REGISTER -> begin(true);
            case UNREGISTER -> begin(false);
        }
        settle();
    }

    private void begin(boolean register) {
        Runnable before = beforeFirstRequest;
        beforeFirstRequest = null;
        if (before != null) {
            before.run();
        }
        draft.begin(register);
        send();
    }

    private void send() {
        cancelPending();
        generation++;
        String proxy = settings.outboundProxy();
        String transport = settings.transport();
        pending = around.stack()
                .send(
                        new OutgoingRequest(
                                message.serverUri(),
                                proxy.isEmpty() ? List.of() : List.of(SipUri.parse(proxy)),
                                around.transports().contains(transport) ? transport : null,
                                lastHop,
                                draft::on),
                        new Answers(generation));
    }

    private void cancelPending() {
        SipStack.PendingRequest out = pending;
        pending = null;
        if (out != null) {
            out.cancel();
        }
    }

    private final class Answers implements ResponseListener {
        private final int ofGeneration;

        Answers(int generation) {
            ofGeneration = generation;
        }

        @Override
        public void onFinal(Exchange exchange) {
            if (ofGeneration == generation) {
                pending = null;
                answered(exchange);
            }
        }

        @Override
        public void onFailure(Failure failure) {
            if (ofGeneration == generation) {
                pending = null;
                unanswered(failure);
            }
        }
    }

    private void answered(ResponseListener.Exchange exchange) {
        SipResponse response = exchange.response();
        lastHop = exchange.hop();
        tried = List.of();
        long granted = draft.registers() && response.isSuccess()
                ? GrantedExpiry.of(response, message.contactUri(exchange.hop()), Math.max(1, draft.expiresSeconds()))
                : 0;
        RegistrationAnswer answer = RegisterAnswer.of(response, granted);
        if (response.isSuccess()) {
            serviceRoute = response.lines("Service-Route");
        }
        RegistrationFollowUp better = draft.improve(exchange);
        if (better == null) {
            conclude(answer, machine.answer(around.nowMs(), answer));
            return;
        }
        int attempt = machine.attempt();
        RegistrationOrder order = machine.followUp(around.nowMs(), better, answer);
        if (machine.attempt() == attempt && machine.state().isInFlight()) {
            send();
            settle();
        } else {
            conclude(answer, order);
        }
    }

    private void unanswered(ResponseListener.Failure failure) {
        tried = failure.tried();
        if (failure.cause() != ResponseListener.Cause.TIMEOUT) {
            around.reports().unsent(settings, failure.message());
        }
        RegistrationAnswer answer = RegistrationAnswer.none(failure.message());
        conclude(answer, machine.answer(around.nowMs(), answer));
    }

    private void conclude(RegistrationAnswer answer, RegistrationOrder order) {
        around.reports().concluded(settings, answer, machine.lastDecision(), shownStatus());
        obey(order);
    }

    private String shownStatus() {
        return machine.state() == RegistrationState.REMOVED
                ? RegistrationStatus.UNREGISTERED.label()
                : machine.status().label();
    }

    /** Puts the machine's deadline on the wheel, and tells others where it stands. */
    private void settle() {
        long deadline = machine.deadlineMillis();
        if (machine.state() == RegistrationState.REMOVED) {
            abandon();
            around.ended().accept(this);
        } else if (deadline == RegistrationMachine.NEVER) {
            around.stack().loop().timers().cancel(timer);
        } else {
            around.stack().loop().timers().schedule(timer, deadline);
        }
        boolean waits = machine.state().isWaiting() && !machine.state().isInFlight();
        published = new Published(
                machine.status().label(),
                machine.scheduledMillis(),
                waits && deadline != RegistrationMachine.NEVER ? deadline : 0);
    }
}
