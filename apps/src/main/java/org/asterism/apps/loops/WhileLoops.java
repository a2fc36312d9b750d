package org.asterism.apps.loops;

import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.Condition;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;

/** While, EndWhile, ExitWhile and ContinueWhile. */
final class WhileLoops {
    private final BlockSearch blocks;

    WhileLoops(Pbx pbx) {
        blocks = new BlockSearch(pbx, "While", "EndWhile");
    }

    List<Application> applications() {
        return List.of(
                new DeclaredApplication(
                        "While",
                        new Documentation(
                                "Start a while loop.",
                                "While(expr)",
                                "Runs the priorities up to EndWhile as long as the condition is true.",
                                List.of("expr - false when it is empty or 0")),
                        (channel, condition) -> {
                            if (!Condition.isTrue(condition)) {
                                leave(channel, "While");
                            }
                        }),
                new DeclaredApplication(
                        "EndWhile",
                        Documentation.of("End a while loop.", "EndWhile()", "Goes back to its While."),
                        (channel, _) -> again(channel, "EndWhile")),
                new DeclaredApplication(
                        "ContinueWhile",
                        Documentation.of("Restart a While loop.", "ContinueWhile()", "Goes back to its While."),
                        (channel, _) -> again(channel, "ContinueWhile")),
                new DeclaredApplication(
                        "ExitWhile",
                        Documentation.of("End a While loop.", "ExitWhile()", "Goes on behind its EndWhile."),
                        (channel, _) -> leave(channel, "ExitWhile")));
    }

    private void again(Channel channel, String application) throws ApplicationFailed {
        int priority = blocks.backToOpening(channel);
        if (priority == 0) {
            throw new ApplicationFailed(
                    application + " without While at " + channel.position().display());
        }
        BlockSearch.move(channel, priority);
    }

    private void leave(Channel channel, String application) throws ApplicationFailed {
        int priority = blocks.onTo(channel, Set.of());
        if (priority == 0) {
            throw new ApplicationFailed("Couldn't find matching EndWhile for " + application + " at "
                    + channel.position().display());
        }
        BlockSearch.move(channel, priority + 1);
    }
}
