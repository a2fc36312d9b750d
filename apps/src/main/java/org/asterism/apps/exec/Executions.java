package org.asterism.apps.exec;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationCall;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.Condition;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exec, TryExec and ExecIf. */
final class Executions {
    private static final Logger LOG = LoggerFactory.getLogger(Executions.class);
    private static final String TRY_STATUS = "TRYSTATUS";

    private final Pbx pbx;

    Executions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<Application> applications() {
        return List.of(exec(), tryExec(), execIf());
    }

    private Application exec() {
        Documentation documentation = new Documentation(
                "Executes dialplan application.",
                "Exec(appname(arguments))",
                "The call ends where the application fails or does not exist.",
                List.of("appname - the application"));
        return new DeclaredApplication("Exec", documentation, this::runOrFail);
    }

    private Application tryExec() {
        Documentation documentation = new Documentation(
                "Executes dialplan application, always returning.",
                "TryExec(appname(arguments))",
                "TRYSTATUS is SUCCESS, FAILED, or NOAPP when there is no such application.",
                List.of("appname - the application"));
        return new DeclaredApplication("TryExec", documentation, (channel, text) -> {
            String status;
            try {
                status = run(channel, text) ? "SUCCESS" : "NOAPP";
            } catch (ApplicationFailed e) {
                LOG.warn("{}", e.getMessage());
                status = "FAILED";
            }
            channel.variables().set(TRY_STATUS, status);
        });
    }

    private Application execIf() {
        Documentation documentation = new Documentation(
                "Executes dialplan application, conditionally.",
                "ExecIf(expression?appiftrue[(arguments)][:appiffalse[(arguments)]])",
                "A condition is true unless it is empty or 0.",
                List.of("appiftrue - the application to run then", "appiffalse - the application to run otherwise"));
        return new DeclaredApplication("ExecIf", documentation, (channel, text) -> {
            Condition condition = Condition.parse(text);
            if (condition == null) {
                LOG.warn("Usage: {}", documentation.syntax());
            } else if (!condition.chosen().isEmpty()) {
                runOrFail(channel, condition.chosen());
            }
        });
    }

    private void runOrFail(Channel channel, String text) throws ApplicationFailed {
        if (!text.isBlank() && !run(channel, text)) {
            throw new ApplicationFailed("Could not find application! ("
                    + ApplicationCall.parse(text).application() + ")");
        }
    }

    private boolean run(Channel channel, String text) throws ApplicationFailed {
        ApplicationCall call = ApplicationCall.parse(text);
        return pbx.dialplan().execute(channel, call.application(), call.arguments());
    }
}
