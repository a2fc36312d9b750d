package org.asterism.apps.functions;

import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.DeclaredFunction;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.FunctionFailed;
import org.jspecify.annotations.Nullable;

/**
 * A function's name and documentation, to be completed with what it does.
 *
 * @param documentation what the console tells
 */
record FunctionDraft(Documentation documentation) {
    /** What a function does that belongs to a call. */
    @FunctionalInterface
    interface ChannelReader {
        /** Gives the value on a channel. */
        String read(Channel channel, String arguments) throws FunctionFailed;
    }

    /** What setting a function does that belongs to a call. */
    @FunctionalInterface
    interface ChannelWriter {
        /** Sets the value on a channel. */
        void write(Channel channel, String arguments, String value) throws FunctionFailed;
    }

    /** Begins with the syntax, such as {@code LEN(string)}, which the name is taken from. */
    static FunctionDraft of(String syntax, String synopsis, String description, String... arguments) {
        return new FunctionDraft(new Documentation(synopsis, syntax, description, List.of(arguments)));
    }

    DialplanFunction reading(DeclaredFunction.Reader reader) {
        return new DeclaredFunction(name(), documentation, reader);
    }

    DialplanFunction reading(DeclaredFunction.Reader reader, DeclaredFunction.Writer writer) {
        return new DeclaredFunction(name(), documentation, reader, writer);
    }

    DialplanFunction writing(DeclaredFunction.Writer writer) {
        return new DeclaredFunction(name(), documentation, null, writer);
    }

    DialplanFunction ofChannel(ChannelReader reader) {
        return reading((channel, arguments) -> reader.read(required(channel), arguments));
    }

    DialplanFunction ofChannel(ChannelReader reader, ChannelWriter writer) {
        return reading(
                (channel, arguments) -> reader.read(required(channel), arguments),
                (channel, arguments, value) -> writer.write(required(channel), arguments, value));
    }

    private String name() {
        String syntax = documentation.syntax();
        return syntax.substring(0, syntax.indexOf('('));
    }

    private Channel required(@Nullable Channel channel) throws FunctionFailed {
        if (channel == null) {
            throw new FunctionFailed(name() + " needs a channel, and there is none here");
        }
        return channel;
    }
}
