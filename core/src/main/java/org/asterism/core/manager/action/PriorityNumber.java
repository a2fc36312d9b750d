package org.asterism.core.manager.action;

import org.asterism.core.dialplan.plan.DialplanSnapshot;
import org.asterism.core.dialplan.plan.Priority;

/** A priority as clients write it: a number, or a label of the extension. */
final class PriorityNumber {
    private PriorityNumber() {}

    /** {@return the number, 0 when it is neither a positive number nor a label} */
    static int of(DialplanSnapshot plan, String context, String extension, String text) {
        int number = ChannelActions.number(text);
        if (number >= 0) {
            return number;
        }
        return plan.contexts().stream()
                .filter(each -> each.name().equals(context))
                .flatMap(each -> each.extensions().stream())
                .filter(each -> each.name().equals(extension))
                .flatMap(each -> each.priorities().stream())
                .filter(each -> each.label().equals(text.strip()))
                .mapToInt(Priority::number)
                .findFirst()
                .orElse(0);
    }
}
