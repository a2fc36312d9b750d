package org.asterism.core.dialplan.builtin;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationCall;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.Condition;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.plan.CallTimes;
import org.asterism.core.log.Verbose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Going elsewhere in the dialplan. */
final class FlowControl {
    private static final Logger LOG = LoggerFactory.getLogger(FlowControl.class);
    private static final String TIMES = "times,weekdays,mdays,months[,timezone]";

    private final Pbx pbx;

    FlowControl(Pbx pbx) {
        this.pbx = pbx;
    }

    List<Application> applications() {
        return List.of(goTo(), goToIf(), goToIfTime(), executeIfTime());
    }

    private Application goTo() {
        Documentation documentation = new Documentation(
                "Jump to a particular priority, extension, or context.",
                "Goto([[context,]extension,]priority)",
                "A place that does not exist is found out afterwards: the call then goes to extension i or e.",
                List.of("priority - a number, a label, or +n or -n from here"));
        return new DeclaredApplication("Goto", documentation, this::jump);
    }

    private Application goToIf() {
        Documentation documentation = new Documentation(
                "Conditional goto.",
                "GotoIf(condition?[labeliftrue][:labeliffalse])",
                "With an empty place the next priority follows. A condition is true unless it is empty or 0.",
                List.of("labeliftrue - a place as Goto takes it", "labeliffalse - a place as Goto takes it"));
        return new DeclaredApplication("GotoIf", documentation, (channel, arguments) -> {
            Condition condition = Condition.parse(arguments);
            if (condition == null) {
                LOG.warn("Ignoring, since there is no variable to check: GotoIf({})", arguments);
                return;
            }
            jumpUnlessEmpty(channel, condition.chosen());
        });
    }

    private Application goToIfTime() {
        Documentation documentation = new Documentation(
                "Conditional Goto based on the current time.",
                "GotoIfTime(" + TIMES + "?[labeliftrue][:labeliffalse])",
                "With an empty place the next priority follows.",
                List.of(
                        "times - such as 9:00-17:00, or *",
                        "weekdays - such as mon-fri",
                        "mdays - such as 1-7",
                        "months - such as jan-mar",
                        "timezone - such as Europe/Berlin"));
        return new DeclaredApplication("GotoIfTime", documentation, (channel, arguments) -> {
            Condition condition = Condition.parse(arguments);
            if (condition == null) {
                throw new ApplicationFailed("GotoIfTime needs times and a place: " + documentation.syntax());
            }
            jumpUnlessEmpty(channel, inTime(condition.test()) ? condition.whenTrue() : condition.whenFalse());
        });
    }

    private Application executeIfTime() {
        Documentation documentation = new Documentation(
                "Conditional application execution based on the current time.",
                "ExecIfTime(" + TIMES + "?application[(arguments)])",
                "Outside of these times nothing happens.",
                List.of("application - what to run"));
        return new DeclaredApplication("ExecIfTime", documentation, (channel, arguments) -> {
            int question = arguments.indexOf('?');
            if (question < 0) {
                throw new ApplicationFailed("ExecIfTime needs times and an application: " + documentation.syntax());
            }
            if (inTime(arguments.substring(0, question))) {
                ApplicationCall call = ApplicationCall.parse(arguments.substring(question + 1));
                if (!pbx.dialplan().execute(channel, call.application(), call.arguments())) {
                    LOG.warn("Cannot locate application {}", call.application());
                }
            }
        });
    }

    private boolean inTime(String text) {
        CallTimes times = CallTimes.of(text);
        times.problems().forEach(problem -> LOG.warn("{}", problem));
        return times.contains(pbx.dialplan().now());
    }

    private void jumpUnlessEmpty(Channel channel, String place) throws ApplicationFailed {
        if (!place.isEmpty()) {
            jump(channel, place);
        }
    }

    private void jump(Channel channel, String place) throws ApplicationFailed {
        DialplanPosition position = pbx.dialplan().resolve(channel, place);
        Verbose.say(3, "Goto (%s,%s,%d)".formatted(position.context(), position.extension(), position.priority()));
        channel.position(position);
    }
}
