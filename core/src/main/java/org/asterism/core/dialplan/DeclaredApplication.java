package org.asterism.core.dialplan;

import org.asterism.core.channel.Channel;

/**
 * An application put together from its parts.
 *
 * @param name          as {@link Application#name}
 * @param documentation as {@link Application#documentation}
 * @param body          as {@link Application#execute}
 */
public record DeclaredApplication(String name, Documentation documentation, Body body) implements Application {
    /** What an application does. */
    @FunctionalInterface
    public interface Body {
        /**
         * As {@link Application#execute}.
         *
         * @param channel   the channel that runs it
         * @param arguments the text between the parentheses
         * @throws ApplicationFailed the call cannot go on
         */
        void run(Channel channel, String arguments) throws ApplicationFailed;
    }

    @Override
    public void execute(Channel channel, String arguments) throws ApplicationFailed {
        body.run(channel, arguments);
    }
}
