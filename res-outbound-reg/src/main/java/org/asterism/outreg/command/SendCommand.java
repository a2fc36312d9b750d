package org.asterism.outreg.command;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.outreg.registration.RegistrationControl;

/** {@code pjsip send register} and {@code pjsip send unregister}. */
final class SendCommand implements CliCommand {
    private static final String ALL = "*all";

    private final RegistrationControl control;
    private final boolean register;

    SendCommand(RegistrationControl control, boolean register) {
        this.control = control;
        this.register = register;
    }

    @Override
    public String words() {
        return register ? "pjsip send register" : "pjsip send unregister";
    }

    @Override
    public String summary() {
        return register ? "Registers an outbound registration target" : "Unregisters outbound registration target";
    }

    @Override
    public String usage() {
        return register ? """
            Usage: pjsip send register <registration> | *all
                   Unregisters the specified (or all) outbound registration(s) then starts registration(s) and schedules\
             re-registrations.\
            """ : """
                Usage: pjsip send unregister <registration> | *all
                       Unregisters the specified (or all) outbound registration(s). Each registers again when its last
                       registration would have been renewed.\
                """;
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        if (!arguments.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(ALL));
        words.addAll(control.registrations().keySet());
        return Candidates.of(words, prefix);
    }

    @Override
    public CliResult run(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String id = request.arguments().getFirst();
        if (id.equalsIgnoreCase(ALL)) {
            if (register) {
                control.registerAll();
            } else {
                control.unregisterAll();
            }
            request.println(register ? "Re-register all queued" : "Unregister all queued");
            return CliResult.SUCCESS;
        }
        if (register ? control.register(id) : control.unregister(id)) {
            return CliResult.SUCCESS;
        }
        request.println("Unable to retrieve registration " + id);
        return CliResult.FAILURE;
    }
}
