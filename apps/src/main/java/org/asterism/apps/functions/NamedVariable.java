package org.asterism.apps.functions;

import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.jspecify.annotations.Nullable;

/** Variables that a function is given by name, such as CUT's: a channel's, a global one, or a function in turn. */
final class NamedVariable {
    private NamedVariable() {}

    /** Its value, empty when it is not set. */
    static String value(Pbx pbx, @Nullable Channel channel, String name) {
        return name.isBlank() ? "" : pbx.dialplan().substitute(channel, "${" + name + "}");
    }
}
