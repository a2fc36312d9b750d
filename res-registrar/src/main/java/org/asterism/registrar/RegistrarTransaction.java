package org.asterism.registrar;

import org.asterism.core.location.RegistrationRequest;
import org.asterism.core.location.RegistrationRequest.PeerPolicy;
import org.asterism.core.location.RegistrationRequest.Proof;

/**
 * The registrar's side of one registration (RFC 5456 figure 1 seen from the server). A dialog is at most two requests long, and
 * what was decided on the first travels in the second, so a transaction is a function from request to state and holds nothing:
 * a flood of requests costs no memory.
 */
final class RegistrarTransaction {
    /** Where a transaction stands after a request. None of them waits: the deadline of a challenge is the dialog's. */
    enum State {
        /** Proof was asked for. */
        CHALLENGED,
        /** The device is registered. */
        REGISTERED,
        /** The registration was taken back. */
        RELEASED,
        /** The request was refused. */
        REFUSED
    }

    private RegistrarTransaction() {}

    /**
     * Decides about a request.
     *
     * <p>An unknown or denied name is challenged like a known one and refused on its second request, so that names cannot be
     * probed. A peer with a fixed address is treated alike.
     *
     * @param request what was asked
     * @return the state the transaction is in now
     */
    static State decide(RegistrationRequest request) {
        if (request.name().isEmpty()) {
            return State.REFUSED;
        }
        return switch (request.peer()) {
            // It is never challenged: whoever claims to answer a challenge has not shown where he is.
            case OPEN -> request.challenged() ? State.REFUSED : accepted(request);
            case SECRET ->
                switch (request.proof()) {
                    case VALID -> request.challenged() ? accepted(request) : State.CHALLENGED;
                    case NONE, INVALID -> request.challenged() ? State.REFUSED : State.CHALLENGED;
                };
            case UNKNOWN, STATIC, DENIED -> request.challenged() ? State.REFUSED : State.CHALLENGED;
        };
    }

    /**
     * Why a request was refused, for the log.
     *
     * @param request the refused request
     * @return words for a person, without secrets
     */
    static String reason(RegistrationRequest request) {
        if (request.name().isEmpty()) {
            return "no user name was given";
        }
        if (request.peer() == PeerPolicy.SECRET) {
            return request.proof() == Proof.NONE ? "no answer to the challenge" : "wrong secret or method";
        }
        return switch (request.peer()) {
            case UNKNOWN -> "there is no such peer";
            case STATIC -> "the peer is not dynamic (host= is set)";
            case DENIED -> "its permit/deny rules do not allow this address";
            case OPEN, SECRET -> "it answers a challenge that was not made";
        };
    }

    private static State accepted(RegistrationRequest request) {
        return request.release() ? State.RELEASED : State.REGISTERED;
    }
}
