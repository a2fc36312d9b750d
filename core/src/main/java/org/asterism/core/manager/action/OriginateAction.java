package org.asterism.core.manager.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.asterism.core.Pbx;
import org.asterism.core.channel.CallFailed;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelFields;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Origination;
import org.asterism.core.config.Truth;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Originate. */
final class OriginateAction {
    private static final Logger LOG = LoggerFactory.getLogger(OriginateAction.class);
    /** How many calls may be waiting for their answer at once. */
    private static final int MAX_WAITING = 1_000;
    /** Applications that reach beyond the call, for which the class system is asked as well. */
    private static final Set<String> BEYOND =
            Set.of("system", "trysystem", "exec", "execif", "tryexec", "agi", "eagi", "mixmonitor");
    /** Numbers that OriginateResponse has for what became of a call. */
    private static final int REASON_NO_ANSWER = 3;

    private static final int REASON_ANSWERED = 4;
    private static final int REASON_BUSY = 5;
    private static final int REASON_CONGESTION = 8;

    private final Pbx pbx;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    OriginateAction(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        return List.of(new DeclaredAction(
                "Originate", "Originate a call.", """
                    Calls Channel (technology/resource) and, once it is answered, runs Application with Data, or the dialplan from
                    Context, Exten and Priority on. Headers besides: Timeout in ms, CallerID, Variable (several, name=value),
                    Account, Async: true not to wait for the answer but to get an event
                    OriginateResponse.\
                    """, Set.of(EventClass.ORIGINATE), this::originate));
    }

    private void originate(ActionRequest request) {
        OriginateOrder order;
        try {
            order = OriginateOrder.of(request, pbx.dialplan().editor().snapshot());
        } catch (IllegalArgumentException e) {
            request.error(String.valueOf(e.getMessage()));
            return;
        }
        boolean outside = BEYOND.contains(order.application().toLowerCase(Locale.ROOT));
        if (outside && !request.client().mayWrite(EventClass.SYSTEM)) {
            request.error("Originate Access Forbidden: app or data blacklisted");
            return;
        }
        if (!waiting.tryAcquire()) {
            request.error("Originate failed: " + MAX_WAITING + " calls wait for their answer already");
            return;
        }
        if (Truth.isTrue(request.get("Async"))) {
            Thread.ofVirtual().name("originate").start(() -> report(order, place(order)));
            request.success("Originate successfully queued");
        } else if (place(order).channel() == null) {
            request.error("Originate failed");
        } else {
            request.success("Originate successfully queued");
        }
    }

    /** What became of it. */
    private record Outcome(@Nullable Channel channel, int reason) {}

    /** Calls, and once that is answered begins what was asked for. */
    private Outcome place(OriginateOrder order) {
        try {
            Channel channel = new Origination(pbx)
                    .call(
                            order.technology(),
                            order.resource(),
                            order.callerId(),
                            order.timeoutMs(),
                            made -> prepare(made, order));
            DialplanPosition position = order.position();
            if (position == null) {
                pbx.dialplan().start(channel, order.application(), order.data());
            } else {
                channel.position(position);
                pbx.dialplan().start(channel);
            }
            return new Outcome(channel, REASON_ANSWERED);
        } catch (CallFailed e) {
            LOG.info(
                    "Originated call to {}/{} failed: {} (cause {})",
                    order.technology(),
                    order.resource(),
                    e.getMessage(),
                    e.hangupCause());
            return new Outcome(null, reason(e.hangupCause()));
        } finally {
            waiting.release();
        }
    }

    private void prepare(Channel channel, OriginateOrder order) {
        if (!order.account().isEmpty()) {
            channel.accountCode(order.account());
        }
        order.variables().forEach((name, value) -> pbx.dialplan().assign(channel, name, value));
    }

    private static int reason(int cause) {
        return switch (cause) {
            case HangupCause.USER_BUSY -> REASON_BUSY;
            case HangupCause.CONGESTION -> REASON_CONGESTION;
            case HangupCause.NO_ANSWER, HangupCause.NO_USER_RESPONSE -> REASON_NO_ANSWER;
            default -> 0;
        };
    }

    private void report(OriginateOrder order, Outcome outcome) {
        Channel channel = outcome.channel();
        List<String> fields = new ArrayList<>();
        if (!order.actionId().isEmpty()) {
            fields.addAll(List.of("ActionID", order.actionId()));
        }
        fields.addAll(List.of(
                "Response",
                channel == null ? "Failure" : "Success",
                "Channel",
                channel == null ? order.technology() + "/" + order.resource() : channel.name()));
        DialplanPosition position = order.position();
        if (position == null) {
            fields.addAll(List.of("Application", order.application(), "Data", order.data()));
        } else {
            fields.addAll(List.of("Context", position.context(), "Exten", position.extension()));
        }
        fields.addAll(List.of(
                "Reason", String.valueOf(outcome.reason()),
                "Uniqueid", channel == null ? "<null>" : channel.uniqueId(),
                "CallerIDNum", ChannelFields.known(order.callerId().number()),
                "CallerIDName", ChannelFields.known(order.callerId().name())));
        pbx.events().publish(Event.of("OriginateResponse", EventClass.CALL, fields.toArray(new String[0])));
    }
}
