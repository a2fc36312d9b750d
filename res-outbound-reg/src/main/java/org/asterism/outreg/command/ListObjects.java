package org.asterism.outreg.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.outreg.config.PjsipObject;

/**
 * {@code pjsip list KINDS} and {@code pjsip show KINDS}, which shows details.
 *
 * @param <T> the type of the objects
 */
final class ListObjects<T extends PjsipObject> implements CliCommand {
    static final String RULE = "=".repeat(90);

    private final ObjectKind<T> kind;
    private final boolean detailed;

    ListObjects(ObjectKind<T> kind, boolean detailed) {
        this.kind = kind;
        this.detailed = detailed;
    }

    @Override
    public String words() {
        return "pjsip " + (detailed ? "show " : "list ") + kind.words();
    }

    @Override
    public String summary() {
        return (detailed ? "Show" : "List") + " PJSIP " + kind.titles();
    }

    @Override
    public String usage() {
        String verb = detailed ? "Show" : "List";
        return "Usage: " + words() + " [ like <pattern> ]\n       " + verb + " the configured PJSIP " + kind.titles()
                + "\n       Optional regular expression pattern is used to filter the list.";
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? Stream.of("like").filter(word -> word.startsWith(prefix)).toList()
                : List.of();
    }

    @Override
    public CliResult run(CliRequest request) {
        List<String> arguments = request.arguments();
        Pattern pattern = Pattern.compile("");
        if (!arguments.isEmpty() && arguments.getFirst().equalsIgnoreCase("like")) {
            if (arguments.size() != 2) {
                return CliResult.SHOW_USAGE;
            }
            try {
                pattern = Pattern.compile(arguments.getLast());
            } catch (PatternSyntaxException e) {
                request.println("'" + arguments.getLast() + "' is not a regular expression: " + e.getDescription());
                return CliResult.FAILURE;
            }
        }
        Pattern like = pattern;
        List<T> shown = kind.objects().values().stream()
                .filter(object -> like.matcher(object.id()).find())
                .toList();
        if (shown.isEmpty()) {
            request.println("No objects found.");
            request.println("");
            return CliResult.SUCCESS;
        }
        header(request, kind, detailed);
        shown.forEach(object -> print(request, kind, object, detailed));
        request.println("");
        request.println("Objects found: " + shown.size());
        request.println("");
        return CliResult.SUCCESS;
    }

    static void header(CliRequest request, ObjectKind<?> kind, boolean detailed) {
        request.println("");
        request.println(kind.header());
        if (detailed) {
            kind.detailHeader().forEach(request::println);
        }
        request.println(RULE);
        request.println("");
    }

    static <T extends PjsipObject> void print(CliRequest request, ObjectKind<T> kind, T object, boolean detailed) {
        request.println(kind.row(object));
        if (detailed) {
            kind.details(object).forEach(request::println);
            if (kind.spaced()) {
                request.println("");
            }
        }
    }
}
