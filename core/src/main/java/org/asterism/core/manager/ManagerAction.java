package org.asterism.core.manager;

import java.util.Set;
import org.asterism.core.event.EventClass;

/** An action of the manager interface, such as {@code Ping}. One instance serves all clients, each on its own thread. */
public interface ManagerAction {
    /** {@return its name; clients may write it in any case} */
    String name();

    /** {@return one line for {@code ListCommands} and {@code manager show commands}} */
    String synopsis();

    /** {@return a sentence or more for {@code manager show command}: what it does and which headers it takes} */
    String description();

    /**
     * Who may use it: a user whose {@code write} permissions have at least one of these.
     *
     * @return the classes; none for everybody who has logged in
     */
    Set<EventClass> privileges();

    /**
     * Carries it out; may block. Everything the client is to see goes through the request.
     *
     * @param request what the client sent, and the way back to it
     */
    void run(ActionRequest request);
}
