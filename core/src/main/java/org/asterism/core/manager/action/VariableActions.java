package org.asterism.core.manager.action;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.manager.ManagerClient;
import org.jspecify.annotations.Nullable;

/** Getvar and Setvar. */
final class VariableActions {
    private static final String VARIABLE = "Variable";
    /** Functions that reach beyond the call when they are read: for them the class system is asked as well. */
    private static final Set<String> BEYOND = Set.of("DB_DELETE", "SHELL", "FILE", "CURL", "ENV");

    private final Pbx pbx;

    VariableActions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        return List.of(
                new DeclaredAction(
                        "Getvar",
                        "Gets a channel variable or function value.",
                        """
                        Reads a variable or function. Headers: Variable; Channel, without which it is a global
                        variable.\
                        """,
                        Set.of(EventClass.CALL, EventClass.REPORTING),
                        this::get),
                new DeclaredAction(
                        "Setvar",
                        "Sets a channel variable or function value.",
                        """
                        Sets a variable or function. Headers: Variable; Value; Channel, without which it is a global
                        variable.\
                        """,
                        Set.of(EventClass.CALL),
                        this::set));
    }

    /**
     * Reads a variable or function.
     *
     * @param client  who wants to know
     * @param channel whose; {@code null} for global ones
     * @param name    such as {@code X} or {@code CALLERID(num)}
     * @return its value, empty when there is none or the client may not know
     */
    static String read(Pbx pbx, ManagerClient client, @Nullable Channel channel, String name) {
        boolean wellFormed = name.indexOf('{') < 0 && name.indexOf('}') < 0;
        return wellFormed && mayUse(client, name) ? pbx.dialplan().substitute(channel, "${" + name + "}") : "";
    }

    private static boolean mayUse(ManagerClient client, String name) {
        int open = name.indexOf('(');
        return open < 0
                || !BEYOND.contains(name.substring(0, open).strip().toUpperCase(Locale.ROOT))
                || client.mayWrite(EventClass.SYSTEM);
    }

    private void get(ActionRequest request) {
        Scope scope = scope(request);
        if (scope != null) {
            request.respond(
                    VARIABLE,
                    scope.variable(),
                    "Value",
                    read(pbx, request.client(), scope.channel(), scope.variable()));
        }
    }

    private void set(ActionRequest request) {
        Scope scope = scope(request);
        if (scope == null) {
            return;
        }
        int open = scope.variable().indexOf('(');
        boolean unknown = open > 0 && pbx.functions().find(scope.variable().substring(0, open)) == null;
        if (unknown || !mayUse(request.client(), scope.variable())) {
            request.error("Variable not set");
            return;
        }
        pbx.dialplan().assign(scope.channel(), scope.variable(), request.get("Value"));
        request.success("Variable Set");
    }

    /** What is meant, and of which channel. */
    private record Scope(String variable, @Nullable Channel channel) {}

    private @Nullable Scope scope(ActionRequest request) {
        String variable = request.get(VARIABLE);
        String name = request.get("Channel");
        if (variable.isEmpty()) {
            request.error("No variable specified");
            return null;
        }
        Channel channel = name.isEmpty() ? null : pbx.channels().find(name);
        if (channel == null && !name.isEmpty()) {
            request.error("No such channel");
            return null;
        }
        return new Scope(variable, channel);
    }
}
