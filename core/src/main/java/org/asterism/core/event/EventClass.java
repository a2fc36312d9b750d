package org.asterism.core.event;

/** The class of an event: an AMI user sees those his {@code read} permissions name. */
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
    /** Attacks and refusals. */
    SECURITY
}
