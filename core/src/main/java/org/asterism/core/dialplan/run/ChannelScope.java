package org.asterism.core.dialplan.run;

import java.time.Instant;
import org.asterism.core.NamedRegistry;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.Variables;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.expression.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a text of the dialplan sees on a channel: what the channel is, its variables, global variables, functions. */
final class ChannelScope implements Scope {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelScope.class);

    private final Pbx pbx;
    private final Variables globals;
    private final @Nullable Channel channel;
    private final @Nullable String extension;

    /**
     * @param channel   whose values, or null outside a call
     * @param extension the value of EXTEN in place of the channel's, for hints of patterns
     */
    ChannelScope(Pbx pbx, Variables globals, @Nullable Channel channel, @Nullable String extension) {
        this.pbx = pbx;
        this.globals = globals;
        this.channel = channel;
        this.extension = extension;
    }

    @Override
    public String variable(String name) {
        if (extension != null && name.equals("EXTEN")) {
            return extension;
        }
        String value = channel == null ? null : ofChannel(channel, name);
        if (value == null) {
            value = ofSwitch(name);
        }
        if (value == null) {
            value = globals.get(name);
        }
        return value == null ? "" : value;
    }

    @Override
    public String function(String name, String arguments) {
        NamedRegistry.Entry<DialplanFunction> entry = pbx.functions().entry(name);
        if (entry == null || !entry.name().equals(name)) {
            LOG.error(
                    "Function {} not registered{}",
                    name,
                    entry == null ? "" : "; did you mean " + entry.name() + "? Names of functions are upper case");
            return "";
        }
        try {
            return entry.item().read(channel, arguments);
        } catch (FunctionFailed e) {
            LOG.warn("{}{}", e.getMessage(), place());
            return "";
        }
    }

    @Override
    public boolean hasFunction(String name) {
        NamedRegistry.Entry<DialplanFunction> entry = pbx.functions().entry(name);
        return entry != null && entry.name().equals(name);
    }

    @Override
    public void warn(String message) {
        LOG.warn("{}{}", message, place());
    }

    /** Where the mistake is, so that its author finds it. */
    private String place() {
        return channel == null || channel.position().context().isEmpty()
                ? ""
                : " (at " + channel.position().display() + ")";
    }

    private static @Nullable String ofChannel(Channel channel, String name) {
        return switch (name) {
            case "CHANNEL" -> channel.name();
            case "CONTEXT" -> channel.position().context();
            case "EXTEN" -> channel.position().extension();
            case "PRIORITY" -> String.valueOf(channel.position().priority());
            case "UNIQUEID" -> channel.uniqueId();
            case "HANGUPCAUSE" -> String.valueOf(channel.hangupCause());
            default -> channel.variables().get(name);
        };
    }

    private @Nullable String ofSwitch(String name) {
        return switch (name) {
            case "EPOCH" -> String.valueOf(Instant.now().getEpochSecond());
            case "SYSTEMNAME" -> pbx.systemName();
            case "ASTETCDIR" -> pbx.directories().etc().toString();
            case "ASTMODDIR" -> pbx.directories().modules().toString();
            case "ASTVARLIBDIR" -> pbx.directories().varlib().toString();
            case "ASTDBDIR" -> pbx.directories().db().toString();
            case "ASTKEYDIR" -> pbx.directories().key().toString();
            case "ASTDATADIR" -> pbx.directories().data().toString();
            case "ASTSPOOLDIR" -> pbx.directories().spool().toString();
            case "ASTRUNDIR" -> pbx.directories().run().toString();
            case "ASTLOGDIR" -> pbx.directories().log().toString();
            default -> null;
        };
    }
}
