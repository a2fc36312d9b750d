package org.asterism.apps.functions;

import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.Variables;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.log.Verbose;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code func_global}: GLOBAL and SHARED. */
@ModuleInfo(name = "func_global", description = "Variable dialplan functions")
public final class GlobalModule implements LoadableModule {
    /** Variables of a channel that others may see and set. */
    private static final class SharedVariables {
        private final Variables variables = new Variables();
    }

    @Override
    public void load(ModuleContext context) {
        Pbx pbx = context.pbx();
        context.register(FunctionDraft.of(
                        "GLOBAL(varname)", "Gets or sets the global variable specified.", "All channels see it.")
                .reading((_, name) -> text(pbx.dialplan().globals().get(name)), (_, name, value) -> {
                    pbx.dialplan().globals().set(name, value);
                    Verbose.say(2, "Setting global variable '" + name + "' to '" + value + "'");
                }));
        context.register(FunctionDraft.of(
                        "SHARED(varname[,channel])",
                        "Gets or sets the shared variable specified.",
                        "Shared variables are those of a channel that other channels may see and set.",
                        "channel - whose, the channel's own when it is left out")
                .reading(
                        (channel, arguments) -> {
                            ArgumentList list = ArgumentList.of(arguments);
                            return text(shared(pbx, channel, list).get(list.get(0)));
                        },
                        (channel, arguments, value) -> {
                            ArgumentList list = ArgumentList.of(arguments);
                            shared(pbx, channel, list).set(list.get(0), value);
                        }));
    }

    private static Variables shared(Pbx pbx, @Nullable Channel own, ArgumentList arguments) throws FunctionFailed {
        Channel channel = arguments.has(1) ? pbx.channels().find(arguments.get(1)) : own;
        if (channel == null) {
            throw new FunctionFailed("SHARED: there is no channel '" + arguments.get(1) + "'");
        }
        return channel.attachments().get(SharedVariables.class, SharedVariables::new).variables;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
