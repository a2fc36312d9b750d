package org.asterism.iax2.channel;

import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.FunctionFailed;
import org.jspecify.annotations.Nullable;

/** {@code IAXVAR(name)}: variables that came from, and go to, the far ends of IAX2 calls. */
final class IaxVarFunction implements DialplanFunction {
    @Override
    public String name() {
        return "IAXVAR";
    }

    @Override
    public Documentation documentation() {
        return Documentation.of(
                "Sets or retrieves a remote variable.",
                "IAXVAR(varname)",
                "Gets a variable that came with a call over IAX2, or sets one that goes with the calls this channel"
                        + " makes.");
    }

    @Override
    public String read(@Nullable Channel channel, String arguments) throws FunctionFailed {
        String value = IaxVariables.get(here(channel), arguments.trim());
        return value == null ? "" : value;
    }

    @Override
    public void write(@Nullable Channel channel, String arguments, String value) throws FunctionFailed {
        IaxVariables.set(here(channel), arguments.trim(), value);
    }

    private static Channel here(@Nullable Channel channel) throws FunctionFailed {
        if (channel == null) {
            throw new FunctionFailed("IAXVAR needs a channel");
        }
        return channel;
    }
}
