package org.asterism.core.dialplan;

import org.asterism.core.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A function put together from its parts.
 *
 * @param name          as {@link DialplanFunction#name}
 * @param documentation as {@link DialplanFunction#documentation}
 * @param reader        as {@link DialplanFunction#read}; {@code null} where it can only be written
 * @param writer        as {@link DialplanFunction#write}; {@code null} where it can only be read
 */
public record DeclaredFunction(
        String name,
        Documentation documentation,
        @Nullable Reader reader,
        @Nullable Writer writer) implements DialplanFunction {
    /** What reading it does. */
    @FunctionalInterface
    public interface Reader {
        /**
         * As {@link DialplanFunction#read}.
         *
         * @param channel   the channel that asks, or {@code null}
         * @param arguments the text between the parentheses
         * @return the value
         * @throws FunctionFailed it cannot be read
         */
        String read(@Nullable Channel channel, String arguments) throws FunctionFailed;
    }

    /** What writing it does. */
    @FunctionalInterface
    public interface Writer {
        /**
         * As {@link DialplanFunction#write}.
         *
         * @param channel   the channel that sets, or {@code null}
         * @param arguments the text between the parentheses
         * @param value     the value
         * @throws FunctionFailed it cannot be set
         */
        void write(@Nullable Channel channel, String arguments, String value) throws FunctionFailed;
    }

    /**
     * A function that can only be read.
     *
     * @param name          its name
     * @param documentation what the console tells
     * @param reader        what reading it does
     */
    public DeclaredFunction(String name, Documentation documentation, Reader reader) {
        this(name, documentation, reader, null);
    }

    @Override
    public String read(@Nullable Channel channel, String arguments) throws FunctionFailed {
        if (reader == null) {
            throw new FunctionFailed("Function " + name + " cannot be read");
        }
        return reader.read(channel, arguments);
    }

    @Override
    public void write(@Nullable Channel channel, String arguments, String value) throws FunctionFailed {
        if (writer == null) {
            throw new FunctionFailed("Function " + name + " cannot be written to");
        }
        writer.write(channel, arguments, value);
    }
}
