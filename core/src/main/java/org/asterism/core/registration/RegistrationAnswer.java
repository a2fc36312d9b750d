package org.asterism.core.registration;

/**
 * What came of a request, in the terms that all protocols share. The protocol knows what its codes mean; what follows from it is
 * decided here.
 *
 * @param kind              what kind of answer it is
 * @param code              the protocol's code, 0 when there is none
 * @param text              the protocol's words, or why there is no answer
 * @param expiresSeconds    what was granted, 0 for the end of a registration
 * @param retryAfterSeconds when the other side wants to be asked again, 0 when it does not say
 */
public record RegistrationAnswer(Kind kind, int code, String text, long expiresSeconds, long retryAfterSeconds) {
    /** What kind of answer it is. */
    public enum Kind {
        /** Accepted. */
        GRANTED,
        /** Nothing could be sent: there is no address, no connection, no room. */
        UNSENT,
        /** No answer, or one that says that it may go better later. */
        TEMPORARY,
        /** We are known and not allowed to: SIP's 403. */
        FORBIDDEN,
        /** Our proof is not accepted, or there is none to give. */
        AUTH_REJECTED,
        /** It will not go better by trying again. */
        FATAL
    }

    /**
     * Accepted.
     *
     * @param code           the protocol's code
     * @param text           the protocol's words
     * @param expiresSeconds what was granted, 0 for the end of a registration
     * @return the answer
     */
    public static RegistrationAnswer granted(int code, String text, long expiresSeconds) {
        return new RegistrationAnswer(Kind.GRANTED, code, text, expiresSeconds, 0);
    }

    /**
     * Refused.
     *
     * @param kind anything but {@link Kind#GRANTED}
     * @param code the protocol's code
     * @param text the protocol's words
     * @return the answer
     */
    public static RegistrationAnswer refused(Kind kind, int code, String text) {
        return new RegistrationAnswer(kind, code, text, 0, 0);
    }

    /**
     * Nothing could be sent.
     *
     * @param why in words, such as {@code no address for example.org}
     * @return the answer
     */
    public static RegistrationAnswer unsent(String why) {
        return new RegistrationAnswer(Kind.UNSENT, 0, why, 0, 0);
    }

    /**
     * No answer.
     *
     * @param why in words, such as {@code timed out}
     * @return the answer
     */
    public static RegistrationAnswer none(String why) {
        return new RegistrationAnswer(Kind.TEMPORARY, 0, why, 0, 0);
    }

    /**
     * The same, with the time at which the other side wants to be asked again.
     *
     * @param seconds the time from now
     * @return the answer
     */
    public RegistrationAnswer retryAfter(long seconds) {
        return new RegistrationAnswer(kind, code, text, expiresSeconds, Math.max(0, seconds));
    }

    /** {@return code and words on one line} */
    public String summary() {
        String words = switch (kind) {
            case UNSENT -> "Nothing sent: " + text;
            case TEMPORARY -> code == 0 ? "No response" + (text.isEmpty() ? "" : ": " + text) : coded();
            default -> coded();
        };
        return retryAfterSeconds > 0 ? words + ", Retry-After " + retryAfterSeconds : words;
    }

    private String coded() {
        return code == 0 ? text : (code + " " + text).strip();
    }
}
