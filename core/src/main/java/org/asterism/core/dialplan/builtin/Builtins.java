package org.asterism.core.dialplan.builtin;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.Pbx;

/** All built-in applications, which Asterisk calls pbx_builtins. */
public final class Builtins {
    /** The name they are registered under. */
    public static final String MODULE = "pbx_builtins";

    private Builtins() {}

    /**
     * Registers the built-in applications.
     *
     * @param pbx the switch they serve, its registries empty of them
     */
    public static void register(Pbx pbx) {
        Stream.of(
                        new CallControl(pbx).applications(),
                        new FlowControl(pbx).applications(),
                        new VariableSetting(pbx).applications(),
                        new Waiting(pbx).applications())
                .flatMap(List::stream)
                .forEach(application -> pbx.applications().register(application.name(), application, MODULE));
    }
}
