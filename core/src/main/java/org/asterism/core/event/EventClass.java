package org.asterism.core.event;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The classes of events and of manager actions: an AMI user sees events of the classes that his {@code read} permissions name,
 * and carries out actions of those that {@code write} names. In the order in which Asterisk lists them.
 */
public enum EventClass {
    /** General information about the system. */
    SYSTEM,
    /** Calls. */
    CALL,
    /** Log lines. */
    LOG,
    /** Verbose messages. */
    VERBOSE,
    /** Console commands. */
    COMMAND,
    /** Agents and queues. */
    AGENT,
    /** Sent by users. */
    USER,
    /** Configuration. */
    CONFIG,
    /** DTMF. */
    DTMF,
    /** Statistics and reports. */
    REPORTING,
    /** Call detail records. */
    CDR,
    /** Dialplan execution. */
    DIALPLAN,
    /** Placing calls. */
    ORIGINATE,
    /** Gateway interface commands. */
    AGI,
    /** Call completion. */
    CC,
    /** Advice of charge. */
    AOC,
    /** Signals for test suites. */
    TEST,
    /** Attacks and refusals. */
    SECURITY,
    /** Text messages outside calls. */
    MESSAGE;

    /** {@return the word of manager.conf, such as {@code system}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Classes as the manager interface prints them.
     *
     * @param classes any
     * @return such as {@code system,reporting,all}; {@code <none>} for none
     */
    public static String describe(Set<EventClass> classes) {
        return classes.isEmpty()
                ? "<none>"
                : EnumSet.copyOf(classes).stream().map(EventClass::word).collect(Collectors.joining(",", "", ",all"));
    }
}
