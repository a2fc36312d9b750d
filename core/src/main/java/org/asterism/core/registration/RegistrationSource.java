package org.asterism.core.registration;

import java.util.List;

/** A module that keeps registrations. Called on console threads; may block for a moment, with a bound. */
public interface RegistrationSource {
    /** {@return the names of its registrations, for completion} */
    List<String> names();

    /**
     * Tells of the registrations of a name.
     *
     * @param name as operators know it
     * @return one report each, empty when there is none of that name
     */
    List<RegistrationReport> find(String name);
}
