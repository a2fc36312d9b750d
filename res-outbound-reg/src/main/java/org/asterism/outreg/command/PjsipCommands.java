package org.asterism.outreg.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.asterism.core.cli.CliCommand;
import org.asterism.outreg.config.PjsipConfiguration;
import org.asterism.outreg.config.PjsipObject;
import org.asterism.outreg.registration.RegistrationControl;
import org.jspecify.annotations.Nullable;

/** The {@code pjsip …} commands about the objects of pjsip.conf. */
public final class PjsipCommands {
    private PjsipCommands() {}

    /**
     * Makes the commands.
     *
     * @param configuration gives the objects in force
     * @param control       knows the registrations
     * @param transports    gives the line about a transport of that name, without label; null when there is none
     * @return one of each
     */
    public static List<CliCommand> all(
            Supplier<PjsipConfiguration> configuration,
            RegistrationControl control,
            Function<String, @Nullable String> transports) {
        return Stream.of(
                        of(new RegistrationKind(control)),
                        of(new AuthKind(configuration)),
                        of(new AorKind(configuration)),
                        of(new EndpointKind(configuration, transports)),
                        of(new IdentifyKind(configuration)),
                        List.<CliCommand>of(new SendCommand(control, true), new SendCommand(control, false)))
                .flatMap(List::stream)
                .toList();
    }

    private static <T extends PjsipObject> List<CliCommand> of(ObjectKind<T> kind) {
        return List.of(new ListObjects<>(kind, false), new ListObjects<>(kind, true), new ShowObject<>(kind));
    }
}
