package org.asterism.core.manager.server;

import java.util.Locale;
import java.util.Set;
import org.asterism.core.NamedRegistry;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.ManagerAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the action that a client asks for, looks whether he may have it carried out, and does so. Any thread. */
final class ActionDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ActionDispatcher.class);

    private final NamedRegistry<ManagerAction> actions;
    private final SecurityReports security;

    ActionDispatcher(NamedRegistry<ManagerAction> actions, SecurityReports security) {
        this.actions = actions;
        this.security = security;
    }

    /** Carries out what the client asks for, and answers. */
    void dispatch(ManagerSession session, ActionRequest request) {
        String name = request.get("Action").strip();
        if (name.isEmpty()) {
            request.error("Missing action in request");
            return;
        }
        boolean known = session.user() != null;
        if (!known && !SessionActions.BEFORE_LOGIN.contains(name.toLowerCase(Locale.ROOT))) {
            request.error("Permission denied");
            return;
        }
        ManagerAction action = actions.find(name);
        if (action == null) {
            request.error(
                    "Invalid/unknown command: " + name + ". Use Action: ListCommands to show available commands.");
            security.report(session, "RequestBadFormat", session.userName(), "RequestType", "Action: " + name);
        } else if (known && !mayRun(session, action)) {
            request.error("Permission denied");
            security.report(
                    session, "RequestNotAllowed", session.userName(), "RequestType", "Action: " + action.name());
        } else {
            run(action, request);
        }
    }

    /** {@return whether the client has one of the action's privileges, or it needs none} */
    static boolean mayRun(ManagerSession session, ManagerAction action) {
        Set<EventClass> privileges = action.privileges();
        return privileges.isEmpty() || privileges.stream().anyMatch(session::mayWrite);
    }

    private static void run(ManagerAction action, ActionRequest request) {
        try {
            action.run(request);
        } catch (ManagerSession.SessionEnded e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Manager action {} broke", action.name(), e);
            request.error("The action broke; the log has the reason");
        }
    }
}
