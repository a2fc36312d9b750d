package org.asterism.apps.loops;

import java.util.Locale;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.asterism.core.dialplan.plan.DialplanSearch;
import org.jspecify.annotations.Nullable;

/** Finds the application that opens, divides or closes a block, over the priorities of a channel's extension. */
final class BlockSearch {
    private static final int MAX_DISTANCE = 10_000;

    private final Pbx pbx;
    private final String opening;
    private final String closing;

    /**
     * @param pbx     the switch
     * @param opening the application that opens a block, such as {@code While}
     * @param closing the one that closes it, such as {@code EndWhile}
     */
    BlockSearch(Pbx pbx, String opening, String closing) {
        this.pbx = pbx;
        this.opening = opening.toLowerCase(Locale.ROOT);
        this.closing = closing.toLowerCase(Locale.ROOT);
    }

    /** The priority of the block's opening before the channel's own, or 0. */
    int backToOpening(Channel channel) {
        DialplanPosition at = channel.position();
        int depth = 0;
        for (int priority = at.priority() - 1; priority >= 1; priority--) {
            String application = application(channel, priority);
            if (application == null) {
                return 0;
            }
            if (application.equals(closing)) {
                depth++;
            } else if (application.equals(opening) && depth-- == 0) {
                return priority;
            }
        }
        return 0;
    }

    /** The priority of the next of some applications in the channel's block, or of its closing; 0 when there is none. */
    int onTo(Channel channel, Set<String> wanted) {
        DialplanPosition at = channel.position();
        int depth = 0;
        for (int priority = at.priority() + 1; priority < at.priority() + MAX_DISTANCE; priority++) {
            String application = application(channel, priority);
            if (application == null) {
                return 0;
            }
            if (depth == 0 && (application.equals(closing) || wanted.contains(application))) {
                return priority;
            }
            if (application.equals(opening)) {
                depth++;
            } else if (application.equals(closing)) {
                depth--;
            }
        }
        return 0;
    }

    /** The application of a priority of the channel's extension, in lower case, or null where there is none. */
    @Nullable
    String application(Channel channel, int priority) {
        DialplanPosition at = channel.position();
        DialplanSearch.Found found = new DialplanSearch(
                        pbx.dialplan().editor().snapshot(),
                        MatchMode.MATCH,
                        at.extension(),
                        channel.callerId().number(),
                        pbx.dialplan()::now)
                .priority(at.context(), priority);
        return found == null ? null : found.priority().application().toLowerCase(Locale.ROOT);
    }

    static void move(Channel channel, int priority) {
        DialplanPosition at = channel.position();
        channel.position(new DialplanPosition(at.context(), at.extension(), priority));
    }
}
