package org.asterism.core.dialplan;

import org.asterism.core.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A dialplan function, such as CALLERID. One instance serves all channels. */
public interface DialplanFunction {
    /** {@return its name, upper case} */
    String name();

    /** {@return what {@code core show function} tells} */
    Documentation documentation();

    /**
     * The value of {@code ${NAME(arguments)}}.
     *
     * @param channel   the channel that asks, or {@code null} outside a call
     * @param arguments the text between the parentheses
     * @return the value, empty when there is none
     * @throws FunctionFailed it cannot be read, or not with these arguments; the log gets the message, the value is empty
     */
    String read(@Nullable Channel channel, String arguments) throws FunctionFailed;

    /**
     * {@code Set(NAME(arguments)=value)}.
     *
     * @param channel   the channel that sets, or {@code null} outside a call
     * @param arguments the text between the parentheses
     * @param value     the value
     * @throws FunctionFailed it cannot be set, or not so
     */
    default void write(@Nullable Channel channel, String arguments, String value) throws FunctionFailed {
        throw new FunctionFailed("Function " + name() + " cannot be written to");
    }
}
