package org.asterism.core.dialplan.builtin;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.Pbx;
import org.asterism.core.dialplan.command.DialplanCommands;

/** What every switch has without loading a module: Asterisk calls it pbx_builtins. */
public final class Builtins {
    /** The name they are registered under. */
    public static final String MODULE = "pbx_builtins";

    private Builtins() {}

    /**
     * Registers the built-in applications, and the console commands about the dialplan.
     *
     * @param pbx the switch they serve, its registries empty of them
     */
    public static void register(Pbx pbx) {
        Stream.of(
                        new CallControl(pbx).applications(),
                        new FlowControl(pbx).applications(),
                        new Speaking(pbx).applications(),
                        new VariableSetting(pbx).applications(),
                        new Waiting(pbx).applications())
                .flatMap(List::stream)
                .forEach(application -> pbx.applications().register(application.name(), application, MODULE));
        pbx.functions().register("EXCEPTION", ExceptionFunction.make(), MODULE);
        new DialplanCommands(pbx).all().forEach(command -> pbx.cli().register(command, MODULE));
    }
}
