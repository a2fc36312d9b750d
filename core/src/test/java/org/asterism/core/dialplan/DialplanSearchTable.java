package org.asterism.core.dialplan;

import java.time.ZonedDateTime;
import java.util.List;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.asterism.core.dialplan.plan.ContextDraft;
import org.asterism.core.dialplan.plan.DialplanSearch;
import org.asterism.core.dialplan.plan.DialplanSnapshot;
import org.asterism.core.dialplan.plan.Origin;
import org.asterism.core.dialplan.plan.Priority;
import org.asterism.core.dialplan.plan.PriorityTaken;
import org.jspecify.annotations.Nullable;

/** One context of extensions that do nothing but tell their own name; names may carry a caller-id match. */
final class DialplanSearchTable {
    private final DialplanSnapshot plan;

    DialplanSearchTable(String... names) {
        ContextDraft draft = new ContextDraft("c", "test");
        for (String name : names) {
            int slash = name.indexOf('/');
            try {
                draft.add(
                        slash < 0 ? name : name.substring(0, slash),
                        slash < 0 ? null : name.substring(slash + 1),
                        new Priority(1, "", "NoOp", name, Origin.of("test")),
                        false);
            } catch (PriorityTaken e) {
                // Names that allow the same as one before: the first one stays.
                assert e.getMessage() != null;
            }
        }
        plan = DialplanSnapshot.EMPTY.replacing("test", List.of(draft));
    }

    @Nullable
    String winner(String number) {
        DialplanSearch.Found found =
                new DialplanSearch(plan, MatchMode.MATCH, number, "", ZonedDateTime::now).priority("c", 1);
        return found == null ? null : found.priority().arguments();
    }

    boolean exists(MatchMode mode, String number) {
        return new DialplanSearch(plan, mode, number, "", ZonedDateTime::now).priority("c", 1) != null;
    }

    List<String> listing() {
        return plan.contexts().stream()
                .flatMap(context -> context.extensions().stream())
                .map(extension -> extension.callerMatch() == null
                        ? extension.name()
                        : extension.name() + "/" + extension.callerMatch())
                .toList();
    }
}
