package org.asterism.core.dialplan.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.dialplan.pattern.ExtensionPattern;
import org.asterism.core.dialplan.plan.Context;
import org.asterism.core.dialplan.plan.DialplanSnapshot;
import org.asterism.core.dialplan.plan.Extension;
import org.asterism.core.dialplan.plan.Include;
import org.asterism.core.dialplan.plan.Priority;

/** {@code dialplan show [[extension@]context]}. */
final class DialplanShow implements CliCommand {
    private static final String ROW = "  %-17s %-45s [%s]";

    private final Pbx pbx;

    DialplanShow(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String words() {
        return "dialplan show";
    }

    @Override
    public String summary() {
        return "Show dialplan";
    }

    @Override
    public String usage() {
        return "Usage: dialplan show [[exten@]context]\n       Show dialplan";
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        int at = prefix.indexOf('@');
        return arguments.isEmpty()
                ? pbx.dialplan().editor().snapshot().contexts().stream()
                        .map(context -> prefix.substring(0, at + 1) + context.name())
                        .filter(name -> name.startsWith(prefix))
                        .sorted()
                        .toList()
                : List.of();
    }

    @Override
    public CliResult run(CliRequest request) {
        if (request.arguments().size() > 1) {
            return CliResult.SHOW_USAGE;
        }
        String what = request.arguments().isEmpty() ? "" : request.arguments().getFirst();
        int at = what.indexOf('@');
        String extension = at < 0 ? "" : what.substring(0, at);
        String context = what.substring(at + 1);
        return new Listing(request, pbx.dialplan().editor().snapshot(), extension).show(context);
    }

    /** One listing: what is printed, and counted. */
    private static final class Listing {
        private final CliRequest request;
        private final DialplanSnapshot plan;
        private final String wanted;
        private final Set<String> shown = new HashSet<>();
        private int contexts;
        private int extensions;
        private int priorities;

        Listing(CliRequest request, DialplanSnapshot plan, String wanted) {
            this.request = request;
            this.plan = plan;
            this.wanted = wanted;
        }

        CliResult show(String contextName) {
            List<Context> all = new ArrayList<>(plan.contexts());
            boolean any = false;
            for (Context context : all.reversed()) {
                if (contextName.isEmpty() || context.name().equals(contextName)) {
                    any = true;
                    shown.clear();
                    show(context, false);
                }
            }
            if (!any && !contextName.isEmpty()) {
                request.println("There is no existence of '" + contextName + "' context");
                return CliResult.FAILURE;
            }
            if (!wanted.isEmpty() && extensions == 0) {
                request.println("There is no existence of " + wanted + "@" + contextName + " extension");
                return CliResult.FAILURE;
            }
            request.println("-= " + extensions + (extensions == 1 ? " extension (" : " extensions (") + priorities
                    + (priorities == 1 ? " priority) in " : " priorities) in ") + contexts
                    + (contexts == 1 ? " context. =-" : " contexts. =-"));
            return CliResult.SUCCESS;
        }

        private void show(Context context, boolean included) {
            if (!shown.add(context.name())) {
                return;
            }
            List<Extension> matching =
                    context.extensions().stream().filter(this::isWanted).toList();
            if (wanted.isEmpty() || !matching.isEmpty()) {
                contexts++;
                request.println("[ " + (included ? "Included context '" : "Context '") + context.name()
                        + "' created by '" + context.registrar() + "' ]");
                matching.forEach(this::show);
                rows(context);
                request.println("");
            }
            if (!wanted.isEmpty()) {
                for (Include include : context.includes()) {
                    Context other = plan.context(include.context());
                    if (other != null) {
                        show(other, true);
                    }
                }
            }
        }

        private void rows(Context context) {
            if (wanted.isEmpty()) {
                context.includes().forEach(each -> row("Include =>", each.text(), each.registrar()));
                context.ignorePatterns().forEach(each -> row("Ignore pattern =>", each.text(), each.registrar()));
            }
            context.switches().forEach(each -> row("Alt. Switch =>", each.text(), each.registrar()));
        }

        private void row(String what, String text, String registrar) {
            request.printf(ROW, what, "'" + text + "'", registrar);
        }

        private void show(Extension extension) {
            extensions++;
            String caller = extension.callerMatch() == null ? "" : " (CID match '" + extension.callerMatch() + "')";
            String first = "'" + extension.name() + "'" + caller + " => ";
            for (Priority priority : extension.priorities()) {
                priorities++;
                String label = priority.label().isEmpty() ? "" : "   [" + priority.label() + "]";
                request.printf(
                        ROW,
                        first.isEmpty() ? label : first,
                        text(priority),
                        priority.origin().display());
                first = "";
            }
        }

        private boolean isWanted(Extension extension) {
            if (wanted.isEmpty()) {
                return true;
            }
            String digits = ExtensionPattern.significant(wanted);
            return ExtensionPattern.isPattern(extension.name())
                    ? ExtensionPattern.of(extension.name()).matches(digits)
                    : ExtensionPattern.significant(extension.name()).equals(digits);
        }

        private static String text(Priority priority) {
            return priority.number() == Priority.HINT
                    ? "hint: " + priority.application()
                    : priority.number() + ". " + priority.application() + "(" + priority.arguments() + ")";
        }
    }
}
