package org.asterism.apps.stack;

import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DeclaredFunction;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.SubroutineStack;
import org.jspecify.annotations.Nullable;

/** LOCAL, LOCAL_PEEK and STACK_PEEK. */
final class SubroutineFunctions {
    private SubroutineFunctions() {}

    static List<DialplanFunction> all() {
        return List.of(
                new DeclaredFunction(
                        "LOCAL",
                        new Documentation(
                                "Manage variables local to the gosub stack frame.",
                                "LOCAL(varname)",
                                "A variable set with LOCAL() has its old value again after Return.",
                                List.of("varname - the variable")),
                        (channel, name) -> value(stackChannel(channel), name),
                        (channel, name, value) -> {
                            if (!SubroutineStack.of(stackChannel(channel)).local(name, value)) {
                                throw new FunctionFailed("LOCAL(" + name + ") is set outside of any subroutine");
                            }
                        }),
                new DeclaredFunction(
                        "LOCAL_PEEK",
                        new Documentation(
                                "Retrieve variables hidden by the local gosub stack frame.",
                                "LOCAL_PEEK(n,varname)",
                                "Reads a variable as it is n subroutines further out.",
                                List.of("n - how many levels", "varname - the variable")),
                        (channel, text) -> {
                            ArgumentList arguments = ArgumentList.of(text);
                            return SubroutineStack.of(stackChannel(channel))
                                    .peek(level(arguments.get(0)), arguments.get(1));
                        }),
                new DeclaredFunction(
                        "STACK_PEEK",
                        new Documentation(
                                "View info about the location which called Gosub",
                                "STACK_PEEK(n,which[,suppress])",
                                "Tells where the n-th Gosub, counted from the innermost one, returns to.",
                                List.of(
                                        "n - from 1",
                                        "which - e for the extension, c for the context, p for the priority, l for all",
                                        "suppress - say nothing when there are not so many")),
                        (channel, text) -> peek(stackChannel(channel), ArgumentList.of(text))));
    }

    private static String peek(Channel channel, ArgumentList arguments) throws FunctionFailed {
        DialplanPosition position = SubroutineStack.of(channel).returnPosition(level(arguments.get(0)) - 1);
        if (position == null) {
            if (arguments.has(2)) {
                return "";
            }
            throw new FunctionFailed("STACK_PEEK: there are not " + arguments.get(0) + " Gosubs on the stack");
        }
        return switch (arguments.get(1)) {
            case "e" -> position.extension();
            case "c" -> position.context();
            case "p" -> String.valueOf(position.priority() - 1);
            case "l" -> position.context() + "," + position.extension() + "," + (position.priority() - 1);
            default ->
                throw new FunctionFailed("STACK_PEEK takes e, c, p or l but was given '" + arguments.get(1) + "'");
        };
    }

    private static int level(String text) throws FunctionFailed {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new FunctionFailed("'" + text + "' is no level of the Gosub stack");
        }
    }

    private static String value(Channel channel, String name) {
        String value = channel.variables().get(name);
        return value == null ? "" : value;
    }

    private static Channel stackChannel(@Nullable Channel channel) throws FunctionFailed {
        if (channel == null) {
            throw new FunctionFailed("There is no Gosub stack outside of a call");
        }
        return channel;
    }
}
