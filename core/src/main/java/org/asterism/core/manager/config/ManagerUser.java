package org.asterism.core.manager.config;

import java.util.List;
import java.util.Set;
import org.asterism.core.event.EventClass;
import org.asterism.core.security.AccessList;

/**
 * A user of the manager interface.
 *
 * @param name                 as he logs in
 * @param secret               the password, empty when he cannot log in
 * @param read                 classes of events he sees
 * @param write                classes of actions he may carry out
 * @param addresses            where he may come from
 * @param allowMultipleLogin   whether he may be logged in several times
 * @param displayConnects      whether his log-ins are told
 * @param filters              which events he gets
 */
public record ManagerUser(
        String name,
        String secret,
        Set<EventClass> read,
        Set<EventClass> write,
        AccessList addresses,
        boolean allowMultipleLogin,
        boolean displayConnects,
        List<EventFilter> filters) {
    /** Copies the collections. */
    public ManagerUser {
        read = Set.copyOf(read);
        write = Set.copyOf(write);
        filters = List.copyOf(filters);
    }

    /** {@return without the secret} */
    @Override
    public String toString() {
        return "manager user " + name;
    }
}
