package org.asterism.core.manager.command;

import java.util.List;
import java.util.Set;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.config.ManagerUser;
import org.asterism.core.manager.server.ManagerServer;

/** {@code manager show users} and {@code manager show user}. */
final class UserCommands {
    private final ManagerServer server;

    UserCommands(ManagerServer server) {
        this.server = server;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("manager show users", "List configured manager users", """
                    Usage: manager show users
                           Lists the users that manager.conf has.\
                    """, this::list),
                new DeclaredCommand(
                        "manager show user",
                        "Display information on a specific manager user",
                        """
                        Usage: manager show user <user>
                               Shows what manager.conf says of a user, without the secret.\
                        """,
                        this::show,
                        this::complete));
    }

    private CliResult list(CliRequest request) {
        List<ManagerUser> users = server.configuration().users();
        request.println("");
        request.println("username");
        request.println("--------");
        users.forEach(user -> request.println(user.name()));
        request.println("-------------------");
        request.println(users.size() + " manager users configured.");
        return CliResult.SUCCESS;
    }

    private CliResult show(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        ManagerUser user = server.configuration().user(name);
        if (user == null) {
            request.println("There is no manager called " + name);
            return CliResult.SILENT_FAILURE;
        }
        request.println("");
        line(request, "username", user.name());
        line(request, "secret", user.secret().isEmpty() ? "<N/A>" : "<Set>");
        line(request, "ACL", user.addresses().isEmpty() ? "no" : "yes");
        line(request, "read perm", permissions(user.read()));
        line(request, "write perm", permissions(user.write()));
        line(request, "displayconnects", user.displayConnects() ? "yes" : "no");
        line(request, "allowmultiplelogin", user.allowMultipleLogin() ? "yes" : "no");
        line(request, "event filters", String.valueOf(user.filters().size()));
        if (!user.addresses().isEmpty()) {
            request.println("ACL: (unnamed)");
            request.println("---------------------------------------------");
            int row = 0;
            for (String rule : user.addresses().describe()) {
                request.printf("%3d: %s", row++, rule);
            }
        }
        return CliResult.SUCCESS;
    }

    /** {@code all} stands at the end only where all classes are there. */
    private static String permissions(Set<EventClass> classes) {
        String text = EventClass.describe(classes);
        return classes.size() == EventClass.values().length ? text : text.replaceFirst(",all$", "");
    }

    private static void line(CliRequest request, String name, String value) {
        request.printf("%18s: %s", name, value);
    }

    private List<String> complete(List<String> typed, String prefix) {
        return typed.isEmpty()
                ? server.configuration().users().stream()
                        .map(ManagerUser::name)
                        .filter(name -> name.startsWith(prefix))
                        .toList()
                : List.of();
    }
}
