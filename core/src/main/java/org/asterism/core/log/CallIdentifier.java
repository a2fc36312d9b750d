package org.asterism.core.log;

/** Names the call that a thread works for, so that its log lines tell. */
public final class CallIdentifier {
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private CallIdentifier() {}

    /**
     * Runs something on behalf of a call.
     *
     * @param identifier {@link org.asterism.core.channel.Channel#callIdentifier}, such as {@code C-00000001}
     * @param body       what to run
     */
    public static void run(String identifier, Runnable body) {
        ScopedValue.where(CURRENT, identifier).run(body);
    }

    /** {@return the identifier of the call this thread works for, or an empty text} */
    public static String current() {
        return CURRENT.isBound() ? CURRENT.get() : "";
    }
}
