package org.asterism.outreg.sip;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.asterism.outreg.sip.transaction.TransactionLayer;
import org.asterism.outreg.sip.transaction.TransactionLayer.ServerCall;
import org.asterism.outreg.sip.transport.Hop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** New requests: who answers them, and what is answered when nobody does. Loop's thread, but for adding handlers. */
final class IncomingRequests implements TransactionLayer.RequestListener {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingRequests.class);

    private static final String ALLOW = "OPTIONS, INVITE, ACK, CANCEL, BYE";
    private static final Set<String> KNOWN_METHODS =
            Set.of("REGISTER", "SUBSCRIBE", "NOTIFY", "PUBLISH", "UPDATE", "PRACK", "MESSAGE", "INFO", "REFER");

    private final List<RequestHandler> handlers = new CopyOnWriteArrayList<>();
    private final Branches branches;

    IncomingRequests(Branches branches) {
        this.branches = branches;
    }

    SipStack.Subscription add(RequestHandler handler) {
        handlers.addFirst(handler);
        return () -> handlers.remove(handler);
    }

    @Override
    public void onRequest(ServerCall call) {
        SipRequest request = call.request();
        Answerable answerable = new Answerable(call);
        if (request.method().equals("CANCEL")) {
            cancel(answerable, call.cancelled());
            return;
        }
        List<String> required = request.values("Require");
        if (!required.isEmpty()) {
            answerable.respond(SipResponse.to(request, 420, "Bad Extension")
                    .header("Unsupported", String.join(", ", required))
                    .build());
            return;
        }
        for (RequestHandler handler : handlers) {
            try {
                if (handler.handle(answerable)) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.error("A {} from {} could not be handled", request.method(), call.hop(), e);
                answerable.respond(500, "Server Internal Error");
                return;
            }
        }
        answerByDefault(answerable);
    }

    private void cancel(Answerable answerable, @Nullable ServerCall invite) {
        if (invite == null) {
            answerable.respond(481, "Call/Transaction Does Not Exist");
            return;
        }
        answerable.respond(200, "OK");
        if (!invite.isAnswered()) {
            new Answerable(invite).respond(487, "Request Terminated");
        }
    }

    private void answerByDefault(Answerable answerable) {
        SipRequest request = answerable.request();
        boolean inDialog = request.to().tag() != null;
        switch (request.method()) {
            case "OPTIONS" ->
                answerable.respond(SipResponse.to(request, 200, "OK")
                        .header("Allow", ALLOW)
                        .header("Accept", "application/sdp")
                        .build());
            case "INVITE" -> {
                if (!inDialog) {
                    LOG.info(
                            "Request 'INVITE' from '{}' failed for '{}' (callid: {}) - No matching endpoint found",
                            request.header("From"),
                            answerable.hop(),
                            request.callId());
                }
                answerable.respond(inDialog ? 481 : 404, inDialog ? "Call/Transaction Does Not Exist" : "Not Found");
            }
            case "BYE" -> answerable.respond(481, "Call/Transaction Does Not Exist");
            default -> {
                if (inDialog && KNOWN_METHODS.contains(request.method())) {
                    answerable.respond(481, "Call/Transaction Does Not Exist");
                } else if (KNOWN_METHODS.contains(request.method())) {
                    refuse(answerable, 405, "Method Not Allowed");
                } else {
                    refuse(answerable, 501, "Not Implemented");
                }
            }
        }
    }

    private static void refuse(Answerable answerable, int status, String reason) {
        answerable.respond(SipResponse.to(answerable.request(), status, reason)
                .header("Allow", ALLOW)
                .build());
    }

    /** A request with its transaction, as handlers see it. */
    private final class Answerable implements RequestHandler.IncomingRequest {
        private final ServerCall call;
        private final String tag = branches.unique();

        Answerable(ServerCall call) {
            this.call = call;
        }

        @Override
        public SipRequest request() {
            return call.request();
        }

        @Override
        public Hop hop() {
            return call.hop();
        }

        @Override
        public void respond(SipResponse response) {
            call.respond(response.status() == 100 ? response : response.withToTag(tag));
        }
    }
}
