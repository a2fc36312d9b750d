package org.asterism.outreg.registration;

import java.util.SortedMap;
import org.asterism.outreg.config.RegistrationSettings;

/** What operators see of, and do to, the registrations. Any thread; answers within a bound. */
public interface RegistrationControl {
    /**
     * The registrations that are listed.
     *
     * @return those that are configured, and those that were removed and are about to unregister; by id
     */
    SortedMap<String, RegistrationSettings> registrations();

    /**
     * Where one stands.
     *
     * @param id its section's name
     * @return its standing; unregistered and never due when there is none of that name
     */
    RegistrationStanding standing(String id);

    /**
     * Has it unregistered, and registered again after its initial delay.
     *
     * @param id its section's name
     * @return false when there is none of that name
     */
    boolean register(String id);

    /**
     * Has it unregistered; it comes back when its last grant would have been renewed.
     *
     * @param id its section's name
     * @return false when there is none of that name
     */
    boolean unregister(String id);

    /** Begins all anew, with other Call-IDs. */
    void registerAll();

    /** Has all unregistered, each as {@link #unregister}. */
    void unregisterAll();
}
