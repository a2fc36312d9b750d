package org.asterism.outreg.command;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.outreg.config.Parameter;
import org.asterism.outreg.config.PjsipObject;

/**
 * {@code pjsip show KIND ID}: its line, its details and its parameters.
 *
 * @param <T> the type of the object
 */
final class ShowObject<T extends PjsipObject> implements CliCommand {
    private static final int NARROWEST_NAME = "ParameterName".length();
    private static final int NARROWEST_VALUE = "ParameterValue".length();

    private final ObjectKind<T> kind;

    ShowObject(ObjectKind<T> kind) {
        this.kind = kind;
    }

    @Override
    public String words() {
        return "pjsip show " + kind.word();
    }

    @Override
    public String summary() {
        return "Show PJSIP " + kind.title();
    }

    @Override
    public String usage() {
        return "Usage: " + words() + " <id>\n       Show the configured PJSIP " + kind.title();
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty() ? Candidates.of(kind.objects().keySet(), prefix) : List.of();
    }

    @Override
    public CliResult run(CliRequest request) {
        if (request.arguments().isEmpty()) {
            request.println("No object specified.");
            return CliResult.FAILURE;
        }
        String id = request.arguments().getFirst();
        T object = kind.objects().get(id);
        if (object == null) {
            request.println("Unable to find object " + id + ".");
            request.println("");
            return CliResult.SUCCESS;
        }
        ListObjects.header(request, kind, true);
        ListObjects.print(request, kind, object, true);
        request.println("");
        print(request, object.parameters());
        request.println("");
        return CliResult.SUCCESS;
    }

    private static void print(CliRequest request, List<Parameter> parameters) {
        int name = NARROWEST_NAME;
        int value = NARROWEST_VALUE;
        for (Parameter each : parameters) {
            name = Math.max(name, each.name().length());
            value = Math.max(value, each.value().length());
        }
        String format = " %-" + name + "s : %s";
        request.printf(format, "ParameterName", "ParameterValue");
        request.println(" " + "=".repeat(name + 3 + value));
        for (Parameter each : parameters) {
            request.printf(format, each.name(), each.value());
        }
    }
}
