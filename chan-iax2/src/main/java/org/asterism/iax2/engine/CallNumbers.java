package org.asterism.iax2.engine;

/** How the 15 bits of a call number are shared out. Numbers belong to a remote address, so each remote has all of them. */
public final class CallNumbers {
    /** Not known yet. */
    public static final int NONE = 0;
    /** Source of answers that nobody remembers sending: CALLTOKEN, PONG to a POKE, REJECT. */
    public static final int STATELESS = 1;
    /** First number for registrations, which are answered without a dialog under a number computed from the request. */
    public static final int FIRST_REGISTRATION = 2;
    /** Last number for registrations. */
    public static final int LAST_REGISTRATION = 1023;
    /** First number for dialogs. */
    public static final int FIRST_DIALOG = 1024;
    /** Last number for dialogs. */
    public static final int LAST_DIALOG = 32767;

    private CallNumbers() {}
}
