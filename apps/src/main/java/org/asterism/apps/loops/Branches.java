package org.asterism.apps.loops;

import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.Condition;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;

/** If, ElseIf, Else, EndIf and ExitIf. */
final class Branches {
    private static final String ELSE_IF = "elseif";
    private static final String ELSE = "else";

    /** Says that the ElseIf at a position is reached because no branch before it was taken. */
    private record Undecided(DialplanPosition at) {}

    private final BlockSearch blocks;

    Branches(Pbx pbx) {
        blocks = new BlockSearch(pbx, "If", "EndIf");
    }

    List<Application> applications() {
        return List.of(
                new DeclaredApplication(
                        "If",
                        new Documentation(
                                "Start an if branch.",
                                "If(expr)",
                                "Runs the priorities up to ElseIf, Else or EndIf when the condition is true.",
                                List.of("expr - false when it is empty or 0")),
                        this::decide),
                new DeclaredApplication(
                        "ElseIf",
                        new Documentation(
                                "Start an else if branch.",
                                "ElseIf(expr)",
                                "Is tried when no branch before it was taken.",
                                List.of("expr - false when it is empty or 0")),
                        (channel, condition) -> {
                            Undecided undecided = channel.attachments().find(Undecided.class);
                            channel.attachments().remove(Undecided.class);
                            if (undecided != null && undecided.at().equals(channel.position())) {
                                decide(channel, condition);
                            } else {
                                leave(channel, "ElseIf");
                            }
                        }),
                new DeclaredApplication(
                        "Else",
                        Documentation.of("Define an optional else branch.", "Else()", "Is taken when no other was."),
                        (channel, _) -> leave(channel, "Else")),
                new DeclaredApplication(
                        "ExitIf",
                        Documentation.of("End an If branch.", "ExitIf()", "Goes on behind its EndIf."),
                        (channel, _) -> leave(channel, "ExitIf")),
                new DeclaredApplication(
                        "EndIf",
                        Documentation.of("End an if branch.", "EndIf()", "All branches go on here."),
                        (_, _) -> {}));
    }

    private void decide(Channel channel, String condition) throws ApplicationFailed {
        if (Condition.isTrue(condition)) {
            return;
        }
        int next = blocks.onTo(channel, Set.of(ELSE_IF, ELSE));
        if (next == 0) {
            throw missingEnd(channel, "If");
        }
        if (ELSE_IF.equals(blocks.application(channel, next))) {
            BlockSearch.move(channel, next);
            channel.attachments().put(Undecided.class, new Undecided(channel.position()));
        } else {
            BlockSearch.move(channel, next + 1);
        }
    }

    private void leave(Channel channel, String application) throws ApplicationFailed {
        int end = blocks.onTo(channel, Set.of());
        if (end == 0) {
            throw missingEnd(channel, application);
        }
        BlockSearch.move(channel, end + 1);
    }

    private static ApplicationFailed missingEnd(Channel channel, String application) {
        return new ApplicationFailed("Couldn't find matching EndIf for " + application + " at "
                + channel.position().display());
    }
}
