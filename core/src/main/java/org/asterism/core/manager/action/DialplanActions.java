package org.asterism.core.manager.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.dialplan.plan.Context;
import org.asterism.core.dialplan.plan.Extension;
import org.asterism.core.dialplan.plan.Include;
import org.asterism.core.dialplan.plan.Priority;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;

/** ShowDialPlan. */
final class DialplanActions {
    private final Pbx pbx;

    DialplanActions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        return List.of(new DeclaredAction(
                "ShowDialPlan",
                "Show dialplan contexts and extensions",
                "Lists the dialplan. Headers: Context, Extension; both may be left out.",
                Set.of(EventClass.CONFIG, EventClass.REPORTING),
                this::show));
    }

    private void show(ActionRequest request) {
        String context = request.get("Context");
        String extension = request.get("Extension");
        List<Context> contexts = pbx.dialplan().editor().snapshot().contexts().stream()
                .filter(each -> context.isEmpty() || each.name().equals(context))
                .toList();
        if (contexts.isEmpty() && !context.isEmpty()) {
            request.error("Did not find context " + context);
            return;
        }
        Listing listing = new Listing(extension);
        contexts.forEach(listing::add);
        if (listing.extensions == 0 && !extension.isEmpty()) {
            request.error("Did not find extension " + extension + (context.isEmpty() ? "" : "@" + context));
            return;
        }
        request.listStart("DialPlan list will follow");
        listing.entries.forEach(entry -> request.entry("ListDialplan", entry));
        request.listComplete(
                "ShowDialPlanComplete",
                listing.entries.size(),
                "ListExtensions",
                String.valueOf(listing.extensions),
                "ListPriorities",
                String.valueOf(listing.priorities),
                "ListContexts",
                String.valueOf(contexts.size()));
    }

    /** The entries, and what is counted on the way. */
    private static final class Listing {
        private final String wanted;
        private final List<String[]> entries = new ArrayList<>();
        private int extensions;
        private int priorities;

        Listing(String wanted) {
            this.wanted = wanted;
        }

        void add(Context context) {
            for (Extension extension : context.extensions()) {
                if (wanted.isEmpty() || extension.name().equals(wanted)) {
                    extensions++;
                    extension.priorities().forEach(priority -> add(context, extension, priority));
                }
            }
            if (wanted.isEmpty()) {
                for (Include include : context.includes()) {
                    entries.add(new String[] {
                        "Context", context.name(),
                        "IncludeContext", include.text(),
                        "Registrar", include.registrar()
                    });
                }
            }
        }

        private void add(Context context, Extension extension, Priority priority) {
            priorities++;
            List<String> fields = new ArrayList<>(List.of("Context", context.name(), "Extension", extension.name()));
            if (!priority.label().isEmpty()) {
                fields.addAll(List.of("ExtensionLabel", priority.label()));
            }
            boolean hint = priority.number() == Priority.HINT;
            fields.addAll(List.of(
                    "Priority",
                    hint ? "hint" : String.valueOf(priority.number()),
                    "Application",
                    priority.application(),
                    "AppData",
                    priority.arguments(),
                    "Registrar",
                    priority.origin().registrar()));
            entries.add(fields.toArray(new String[0]));
        }
    }
}
