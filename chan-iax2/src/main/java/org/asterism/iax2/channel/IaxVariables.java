package org.asterism.iax2.channel;

import java.util.HashMap;
import java.util.Map;
import org.asterism.core.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The variables that travel in VARIABLE elements, kept among the channel's own under a prefix no dialplan uses, and inherited by all
 * channels it makes.
 */
final class IaxVariables {
    private static final String PREFIX = "~IAXVAR~";

    private IaxVariables() {}

    static @Nullable String get(Channel channel, String name) {
        return channel.variables().get(PREFIX + name);
    }

    static void set(Channel channel, String name, String value) {
        channel.variables().set("__" + PREFIX + name, value);
    }

    static void set(Channel channel, Map<String, String> variables) {
        variables.forEach((name, value) -> set(channel, name, value));
    }

    /** All of them, by the name on the wire. */
    static Map<String, String> all(Channel channel) {
        Map<String, String> found = new HashMap<>();
        channel.variables().all().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                found.put(name.substring(PREFIX.length()), value);
            }
        });
        return found;
    }
}
