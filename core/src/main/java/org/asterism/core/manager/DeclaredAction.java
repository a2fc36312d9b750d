package org.asterism.core.manager;

import java.util.Set;
import java.util.function.Consumer;
import org.asterism.core.event.EventClass;

/**
 * An action put together from its parts.
 *
 * @param name        as {@link ManagerAction#name}
 * @param synopsis    as {@link ManagerAction#synopsis}
 * @param description as {@link ManagerAction#description}
 * @param privileges  as {@link ManagerAction#privileges}
 * @param body        as {@link ManagerAction#run}
 */
public record DeclaredAction(
        String name, String synopsis, String description, Set<EventClass> privileges, Consumer<ActionRequest> body)
        implements ManagerAction {
    /** Copies the set. */
    public DeclaredAction {
        privileges = Set.copyOf(privileges);
    }

    @Override
    public void run(ActionRequest request) {
        body.accept(request);
    }
}
