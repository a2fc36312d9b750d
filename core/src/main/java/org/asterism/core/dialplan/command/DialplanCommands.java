package org.asterism.core.dialplan.command;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DeviceState;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.dialplan.hint.DeviceStates;
import org.asterism.core.dialplan.plan.Context;
import org.asterism.core.dialplan.plan.Extension;

/** {@code dialplan show|set} and {@code core show hints}. */
public final class DialplanCommands {
    private final Pbx pbx;

    /**
     * @param pbx the switch they tell of
     */
    public DialplanCommands(Pbx pbx) {
        this.pbx = pbx;
    }

    /** {@return one of each} */
    public List<CliCommand> all() {
        return List.of(
                new DialplanShow(pbx),
                new DeclaredCommand(
                        "dialplan show globals",
                        "Show global dialplan variables",
                        "Usage: dialplan show globals\n       List current global dialplan variables and their values",
                        this::showGlobals),
                new DeclaredCommand(
                        "dialplan set global",
                        "Set global dialplan variable",
                        "Usage: dialplan set global <name> <value>\n"
                                + "       Set global dialplan variable <name> to <value>",
                        this::setGlobal),
                new DeclaredCommand(
                        "dialplan set chanvar",
                        "Set a channel variable",
                        "Usage: dialplan set chanvar <channel> <varname> <value>\n"
                                + "       Set channel variable <varname> to <value>",
                        this::setChannelVariable,
                        this::completeChannel),
                new DeclaredCommand(
                        "core show hints",
                        "Show dialplan hints",
                        "Usage: core show hints\n       List registered hints.",
                        this::showHints));
    }

    private CliResult showGlobals(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        var globals = pbx.dialplan().globals().all();
        globals.forEach((name, value) -> request.println("   " + name + "=" + value));
        request.println("");
        request.println("    -- " + globals.size() + " variable(s)");
        return CliResult.SUCCESS;
    }

    private CliResult setGlobal(CliRequest request) {
        List<String> arguments = request.arguments();
        if (arguments.size() != 2) {
            return CliResult.SHOW_USAGE;
        }
        pbx.dialplan().globals().set(arguments.getFirst(), arguments.getLast());
        request.println("");
        request.println("    -- Global variable '" + arguments.getFirst() + "' set to '" + arguments.getLast() + "'");
        return CliResult.SUCCESS;
    }

    private CliResult setChannelVariable(CliRequest request) {
        List<String> arguments = request.arguments();
        if (arguments.size() != 3) {
            return CliResult.SHOW_USAGE;
        }
        Channel channel = pbx.channels().find(arguments.getFirst());
        if (channel == null) {
            request.println("Channel '" + arguments.getFirst() + "' not found");
            return CliResult.FAILURE;
        }
        pbx.dialplan().assign(channel, arguments.get(1), arguments.getLast());
        request.println("");
        request.println("    -- Channel variable '" + arguments.get(1) + "' set to '" + arguments.getLast() + "'");
        return CliResult.SUCCESS;
    }

    private List<String> completeChannel(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? pbx.channels().all().stream()
                        .map(Channel::name)
                        .filter(name -> name.startsWith(prefix))
                        .toList()
                : List.of();
    }

    private CliResult showHints(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        int count = 0;
        for (Context context : pbx.dialplan().editor().snapshot().contexts()) {
            for (Extension extension : context.extensions()) {
                String hint = extension.hint();
                if (hint != null) {
                    if (count++ == 0) {
                        request.println("");
                        request.println("    -= Registered Asterisk Dial Plan Hints =-");
                    }
                    showHint(request, extension.name() + "@" + context.name(), hint);
                }
            }
        }
        if (count == 0) {
            request.println("There are no registered dialplan hints");
        } else {
            request.println("----------------");
            request.println("- " + count + " hints registered");
        }
        return CliResult.SUCCESS;
    }

    private void showHint(CliRequest request, String extension, String hint) {
        DeviceState state = hint.contains("${") ? DeviceState.UNAVAILABLE : DeviceStates.ofHint(pbx, hint);
        request.printf(
                "%-30.30s: %-60.60s  State:%-15.15s Presence:%-15.15s Watchers %2d",
                extension, hint, DeviceStates.extensionLabel(state), "not_set", 0);
    }
}
