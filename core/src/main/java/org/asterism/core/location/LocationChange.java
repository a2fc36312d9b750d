package org.asterism.core.location;

/**
 * A change of the location table.
 *
 * @param kind     what happened
 * @param location the location that is new, or the one that is gone
 */
public record LocationChange(Kind kind, Location location) {
    /** What can happen to a location. */
    public enum Kind {
        /** A device registered, or did so from a new address. */
        REGISTERED,
        /** A device took its registration back. */
        RELEASED,
        /** A registration was not refreshed in time, or an operator ended it. */
        EXPIRED,
        /** The device registered at another switch that shares registrations with this one. */
        TAKEN_OVER
    }
}
