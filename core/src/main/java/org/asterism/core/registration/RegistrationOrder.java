package org.asterism.core.registration;

/** What is to be sent now. */
public enum RegistrationOrder {
    /** Nothing: ask again when the deadline comes. */
    NOTHING,
    /** A request to be registered, or to stay so. */
    REGISTER,
    /** A request to be registered no longer. */
    UNREGISTER
}
