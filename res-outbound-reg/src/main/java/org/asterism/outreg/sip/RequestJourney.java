package org.asterism.outreg.sip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.asterism.outreg.sip.ResponseListener.Cause;
import org.asterism.outreg.sip.ResponseListener.Exchange;
import org.asterism.outreg.sip.ResponseListener.Failure;
import org.asterism.outreg.sip.location.Locator;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transaction.TransactionLayer;
import org.asterism.outreg.sip.transport.Hop;
import org.asterism.outreg.sip.transport.Target;
import org.asterism.outreg.sip.transport.TransportSet;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: located, then tried at one address after the other until one answers with anything but 408 and 503 (RFC 3263
 * section 4.3). Loop's thread, apart from {@link #cancel}.
 */
final class RequestJourney implements SipStack.PendingRequest {
    private final StackParts parts;
    private final OutgoingRequest order;
    private final ResponseListener listener;
    private final Route route;
    private final Deque<Target> left = new ArrayDeque<>();
    private final List<String> tried = new ArrayList<>();
    private TransactionLayer.@Nullable Abandonable transaction;
    private volatile boolean over;

    /** What it needs of the stack. */
    record StackParts(TransportSet transports, TransactionLayer transactions, Locator locator, Branches branches) {}

    RequestJourney(StackParts parts, OutgoingRequest order, ResponseListener listener) {
        this.parts = parts;
        this.order = order;
        this.listener = listener;
        this.route = Route.of(order.uri(), order.routes());
    }

    void start() {
        if (over) {
            return;
        }
        String transport = order.transport();
        Protocol preset = transport == null ? null : parts.transports().protocol(transport);
        if (transport != null && preset == null) {
            fail(Cause.NO_TRANSPORT, "there is no transport '" + transport + "' in pjsip.conf", null);
            return;
        }
        SipUri next = route.next();
        parts.locator()
                .locate(
                        next,
                        preset,
                        (protocol, address) -> parts.transports().reaches(protocol, address, transport),
                        located -> {
                            if (located.targets().isEmpty()) {
                                boolean noWay = located.problem().startsWith("no transport");
                                fail(noWay ? Cause.NO_TRANSPORT : Cause.NOT_FOUND, located.problem(), null);
                            } else {
                                left.addAll(preferredFirst(located.targets()));
                                tryNext();
                            }
                        });
    }

    private List<Target> preferredFirst(List<Target> targets) {
        Hop preferred = order.preferred();
        List<Target> sorted = new ArrayList<>(targets);
        for (Target each : targets) {
            if (preferred != null
                    && each.protocol() == preferred.protocol()
                    && each.address().equals(preferred.remote())) {
                sorted.remove(each);
                sorted.addFirst(each);
            }
        }
        return sorted;
    }

    private void tryNext() {
        Target target = left.poll();
        if (over || target == null) {
            return;
        }
        parts.transports().open(target, order.transport(), hop -> sendOver(hop, target), reason -> {
            tried.add(target + ": " + reason);
            goOn(Cause.TRANSPORT, reason, null);
        });
    }

    private void sendOver(Hop hop, Target target) {
        if (over) {
            return;
        }
        SipRequest request =
                route.applied(order.draft().make(hop), parts.branches().via(hop));
        transaction = parts.transactions().send(request, hop, new Listener(request, hop, target));
        if (transaction == null && !over) {
            fail(Cause.OVERLOAD, "too many requests are waiting for answers", hop);
        }
    }

    /** After an attempt that came to nothing: the next address, or the end. */
    private void goOn(Cause cause, String reason, @Nullable Hop hop) {
        if (over) {
            return;
        }
        if (left.isEmpty()) {
            fail(cause, reason, hop);
        } else {
            tryNext();
        }
    }

    private void fail(Cause cause, String message, @Nullable Hop hop) {
        if (!over) {
            over = true;
            listener.onFailure(new Failure(cause, message, hop, tried));
        }
    }

    @Override
    public void cancel() {
        over = true;
    }

    /** Gives up what is on its way. Loop's thread. */
    void abandon() {
        TransactionLayer.Abandonable pending = transaction;
        if (pending != null) {
            pending.abandon();
        }
    }

    private final class Listener implements TransactionLayer.ClientListener {
        private final SipRequest request;
        private final Hop hop;
        private final Target target;

        Listener(SipRequest request, Hop hop, Target target) {
            this.request = request;
            this.hop = hop;
            this.target = target;
        }

        @Override
        public void onResponse(SipResponse response) {
            Exchange exchange = new Exchange(request, response, hop);
            boolean lateSuccess =
                    over && response.isSuccess() && request.method().equals("INVITE");
            if (over && !lateSuccess) {
                return;
            }
            if (response.isProvisional()) {
                listener.onProvisional(exchange);
                return;
            }
            tried.add(target + ": " + response.status() + " " + response.reason());
            boolean elsewhere = response.status() == 503 || response.status() == 408;
            if (elsewhere && !left.isEmpty()) {
                tryNext();
            } else {
                over = true;
                listener.onFinal(exchange);
            }
        }

        @Override
        public void onTimeout() {
            String reason = "no answer from " + target;
            tried.add(target + ": no answer");
            goOn(Cause.TIMEOUT, reason, hop);
        }

        @Override
        public void onTransportFailure(String reason) {
            tried.add(target + ": " + reason);
            goOn(Cause.TRANSPORT, target + ": " + reason, hop);
        }
    }
}
