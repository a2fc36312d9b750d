package org.asterism.core.dialplan.run;

import java.util.Arrays;
import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.asterism.core.dialplan.plan.DialplanSearch;

/**
 * Where Goto goes: {@code [[context,]extension,]priority|label}.
 *
 * @param context   empty for the channel's own
 * @param extension empty for the channel's own
 * @param step      a number, {@code +n} or {@code -n} from the channel's own, or a label
 */
record Destination(String context, String extension, String step) {
    private static final int MAX_PARTS = 3;

    static Destination of(String text) throws ApplicationFailed {
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.size() > MAX_PARTS || parts.getLast().isEmpty()) {
            throw new ApplicationFailed(
                    "'" + text + "' is no place in the dialplan: it must be [[context,]extension,]priority or label");
        }
        int count = parts.size();
        return new Destination(
                count < MAX_PARTS ? "" : parts.getFirst(), count < 2 ? "" : parts.get(count - 2), parts.getLast());
    }

    DialplanPosition resolve(ActiveDialplan dialplan, Channel channel) throws ApplicationFailed {
        DialplanPosition from = channel.position();
        String toContext = context.isEmpty() ? from.context() : context;
        String toExtension = extension.isEmpty() ? from.extension() : extension;
        return new DialplanPosition(toContext, toExtension, number(dialplan, channel, toContext, toExtension));
    }

    private int number(ActiveDialplan dialplan, Channel channel, String toContext, String toExtension)
            throws ApplicationFailed {
        char first = step.charAt(0);
        boolean relative = (first == '+' || first == '-') && step.length() > 1;
        String digits = relative ? step.substring(1) : step;
        if (digits.chars().allMatch(c -> c >= '0' && c <= '9') && digits.length() < 10) {
            int number = Integer.parseInt(digits);
            int absolute = !relative ? number : channel.position().priority() + (first == '+' ? number : -number);
            if (absolute > 0) {
                return absolute;
            }
        } else {
            DialplanSearch.Found found = dialplan.search(
                            MatchMode.MATCH, toExtension, channel.callerId().number())
                    .label(toContext, step);
            if (found != null) {
                return found.priority().number();
            }
        }
        throw new ApplicationFailed(
                "Priority '" + step + "' must be a number > 0, or valid label (there is no such label in"
                        + " extension '" + toExtension + "' in context '" + toContext + "')");
    }
}
