package org.asterism.iax2.call;

import org.jspecify.annotations.Nullable;

/** The state machine of a call leg: the one place where it is decided which event leads from which state to which. */
public final class CallTransitions {
    /** How long a caller waits for an answer to NEW or AUTHREP that was acknowledged and nothing more, in ms. */
    static final int ANSWER_TO_SETUP_MS = 60_000;
    /** How long a challenged caller may take to answer, in ms. */
    static final int PROOF_MS = 30_000;
    /** How long an unproven caller may take to acknowledge, in ms: as long as ACCEPT is sent again. */
    static final int HANDSHAKE_MS = 32_000;
    /** How long a call without a number lives between two questions, in ms. */
    static final int DIALLING_MS = 30_000;
    /** How long a refusal is held back, in ms. */
    static final int REFUSAL_MS = 1000;

    private CallTransitions() {}

    /**
     * Decides.
     *
     * @param state where the leg is
     * @param event what happened
     * @return where it is then; null if that cannot happen there
     */
    public static @Nullable CallState next(CallState state, CallEvent event) {
        if (event == CallEvent.END) {
            return CallState.ENDED;
        }
        return switch (state) {
            case INITIAL ->
                switch (event) {
                    case PLACED -> CallState.WAITING;
                    case CHALLENGE_SENT -> CallState.CHALLENGED;
                    case ACCEPTED_OPENLY -> CallState.HANDSHAKE;
                    case REFUSAL_DELAYED -> CallState.REFUSING;
                    default -> null;
                };
            case WAITING ->
                switch (event) {
                    case PROOF_SENT -> CallState.PROVING;
                    case ACCEPT_RECEIVED -> CallState.LINKED;
                    default -> null;
                };
            case PROVING -> event == CallEvent.ACCEPT_RECEIVED ? CallState.LINKED : null;
            case CHALLENGED ->
                switch (event) {
                    case ACCEPTED -> CallState.LINKED;
                    case ACCEPTED_WITHOUT_NUMBER -> CallState.DIALLING;
                    case REFUSAL_DELAYED -> CallState.REFUSING;
                    default -> null;
                };
            case HANDSHAKE ->
                switch (event) {
                    case CONFIRMED -> CallState.LINKED;
                    case ACCEPTED_WITHOUT_NUMBER -> CallState.DIALLING;
                    default -> null;
                };
            case DIALLING -> event == CallEvent.DIALLED ? CallState.LINKED : null;
            case LINKED -> event == CallEvent.ANSWERED ? CallState.UP : null;
            case UP, REFUSING, ENDED -> null;
        };
    }

    /**
     * How long a leg may stay in a state.
     *
     * @param state the state
     * @return ms; 0 for states that end by what the other party of the call or its user does
     */
    public static int deadlineMs(CallState state) {
        return switch (state) {
            case WAITING, PROVING -> ANSWER_TO_SETUP_MS;
            case CHALLENGED -> PROOF_MS;
            case HANDSHAKE -> HANDSHAKE_MS;
            case DIALLING -> DIALLING_MS;
            case REFUSING -> REFUSAL_MS;
            case INITIAL, LINKED, UP, ENDED -> 0;
        };
    }
}
