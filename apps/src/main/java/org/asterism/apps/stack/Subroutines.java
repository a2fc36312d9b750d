package org.asterism.apps.stack;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationCall;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Condition;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.SubroutineStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gosub, GosubIf, Return and StackPop. */
final class Subroutines {
    private static final Logger LOG = LoggerFactory.getLogger(Subroutines.class);
    private static final String RETURN_VALUE = "GOSUB_RETVAL";

    private final Pbx pbx;

    Subroutines(Pbx pbx) {
        this.pbx = pbx;
    }

    List<Application> applications() {
        return List.of(gosub(), gosubIf(), returnBack(), stackPop());
    }

    private Application gosub() {
        Documentation documentation = new Documentation(
                "Jump to label, saving return address.",
                "Gosub([[context,]exten,]priority[(arg1[,...][,argN])])",
                "Return comes back to the next priority. The arguments are ARG1, ARG2 ... there, their number is ARGC,"
                        + " and both belong to the subroutine alone, as does what it sets with LOCAL().",
                List.of("priority - a number, or a label"));
        return new DeclaredApplication("Gosub", documentation, this::enter);
    }

    private Application gosubIf() {
        Documentation documentation = new Documentation(
                "Conditionally jump to label, saving return address.",
                "GosubIf(condition?[labeliftrue[(arg1[,...])]][:labeliffalse[(arg1[,...])]])",
                "With an empty place the next priority follows. A condition is true unless it is empty or 0.",
                List.of("labeliftrue - a place as Gosub takes it", "labeliffalse - a place as Gosub takes it"));
        return new DeclaredApplication("GosubIf", documentation, (channel, arguments) -> {
            Condition condition = Condition.parse(arguments);
            if (condition == null) {
                LOG.warn("GosubIf requires an argument: {}", documentation.syntax());
            } else if (!condition.chosen().isEmpty()) {
                enter(channel, condition.chosen());
            }
        });
    }

    private static Application returnBack() {
        Documentation documentation = new Documentation(
                "Return from gosub routine.",
                "Return([value])",
                "Goes on behind the Gosub that led here.",
                List.of("value - is in GOSUB_RETVAL afterwards"));
        return new DeclaredApplication("Return", documentation, (channel, value) -> {
            DialplanPosition back = SubroutineStack.of(channel).leave();
            if (back == null) {
                throw new ApplicationFailed("Return without Gosub: stack is empty");
            }
            channel.variables().set(RETURN_VALUE, value);
            channel.position(copyOf(back));
        });
    }

    private static Application stackPop() {
        Documentation documentation = Documentation.of(
                "Remove one address from gosub stack.",
                "StackPop()",
                "For leaving a subroutine with Goto; its own variables get back the values they had outside.");
        return new DeclaredApplication("StackPop", documentation, (channel, _) -> {
            if (SubroutineStack.of(channel).leave() == null) {
                LOG.warn("StackPop called with an empty Gosub stack.");
            }
        });
    }

    private void enter(Channel channel, String text) throws ApplicationFailed {
        ApplicationCall call = ApplicationCall.parse(text);
        DialplanPosition target = pbx.dialplan().resolve(channel, call.application());
        DialplanPosition from = channel.position();
        String caller = channel.callerId().number();
        if (!pbx.dialplan().exists(target.context(), target.extension(), target.priority(), caller)) {
            throw new ApplicationFailed("Gosub attempted to reach non-existent destination '%s,%s,%d' from '%s,%s,%d'"
                    .formatted(
                            target.context(),
                            target.extension(),
                            target.priority(),
                            from.context(),
                            from.extension(),
                            from.priority()));
        }
        DialplanPosition back = new DialplanPosition(from.context(), from.extension(), from.priority() + 1);
        SubroutineStack.of(channel)
                .enter(back, ArgumentList.of(call.arguments()).all());
        channel.position(target);
    }

    /** A new position, for the runner takes the same object for "not moved". */
    private static DialplanPosition copyOf(DialplanPosition position) {
        return new DialplanPosition(position.context(), position.extension(), position.priority());
    }
}
