package org.asterism.core.manager;

import org.asterism.core.event.EventClass;

/** Who sent an action. Safe for any thread. */
public interface ManagerClient {
    /** {@return the name the client has logged in by, empty before} */
    String userName();

    /**
     * Whether the client may carry out actions of a class.
     *
     * @param eventClass a class
     * @return whether the user's {@code write} permissions name it
     */
    boolean mayWrite(EventClass eventClass);
}
