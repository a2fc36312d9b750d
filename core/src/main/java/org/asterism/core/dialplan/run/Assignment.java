package org.asterism.core.dialplan.run;

import org.asterism.core.NamedRegistry;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.Variables;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.FunctionFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets variables and functions. What goes wrong is logged, and the call goes on. */
final class Assignment {
    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    private final Pbx pbx;
    private final Variables globals;

    Assignment(Pbx pbx, Variables globals) {
        this.pbx = pbx;
        this.globals = globals;
    }

    void assign(@Nullable Channel channel, String name, String value) {
        int parenthesis = name.indexOf('(');
        if (parenthesis > 0 && name.endsWith(")")) {
            function(
                    channel, name.substring(0, parenthesis), name.substring(parenthesis + 1, name.length() - 1), value);
            return;
        }
        if (!name.strip().equals(name)) {
            LOG.warn(
                    "Please avoid unnecessary spaces on variables as it may lead to unexpected results ('{}' set to"
                            + " '{}').",
                    name,
                    value);
        }
        if (!name.isEmpty()) {
            (channel == null ? globals : channel.variables()).set(name, value);
        }
    }

    private void function(@Nullable Channel channel, String name, String arguments, String value) {
        NamedRegistry.Entry<DialplanFunction> entry = pbx.functions().entry(name);
        if (entry == null || !entry.name().equals(name)) {
            LOG.error("Function {} not registered", name);
            return;
        }
        try {
            entry.item().write(channel, arguments, value);
        } catch (FunctionFailed e) {
            LOG.error("{}", e.getMessage());
        }
    }
}
