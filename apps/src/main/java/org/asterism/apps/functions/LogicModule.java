package org.asterism.apps.functions;

import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Condition;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.plan.CallTimes;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code func_logic}: IF, IFTIME, ISNULL, EXISTS, SET and IMPORT. */
@ModuleInfo(name = "func_logic", description = "Logical dialplan functions")
public final class LogicModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(LogicModule.class);

    @Override
    public void load(ModuleContext context) {
        Pbx pbx = context.pbx();
        context.register(FunctionDraft.of(
                        "IF(expression?[true][:false])",
                        "Check for an expression.",
                        "One of the two texts. A condition is true unless it is empty or 0; quotes around a text are"
                                + " taken away.")
                .reading((_, text) -> {
                    Condition condition = Condition.parse(text);
                    if (condition == null || condition.test().isEmpty()) {
                        throw new FunctionFailed("Syntax IF(<expr>?[<true>][:<false>])  (expr must be non-null)");
                    }
                    return unquoted(condition.chosen());
                }));
        context.register(FunctionDraft.of(
                        "IFTIME(times,weekdays,mdays,months[,timezone]?[true][:false])",
                        "Temporal Conditional.",
                        "One of the two texts, depending on the current time; see GotoIfTime.")
                .reading((_, text) -> {
                    Condition condition = Condition.parse(text);
                    if (condition == null) {
                        throw new FunctionFailed("Syntax IFTIME(<timespec>?[<true>][:<false>])");
                    }
                    CallTimes times = CallTimes.of(condition.test());
                    times.problems().forEach(LOG::warn);
                    boolean inTime = times.contains(pbx.dialplan().now());
                    return unquoted(inTime ? condition.whenTrue() : condition.whenFalse());
                }));
        context.register(FunctionDraft.of("ISNULL(data)", "Check if a value is NULL.", "1 when it is empty, else 0.")
                .reading((_, text) -> text.isEmpty() ? "1" : "0"));
        context.register(
                FunctionDraft.of("EXISTS(data)", "Test the existence of a value.", "0 when it is empty, else 1.")
                        .reading((_, text) -> text.isEmpty() ? "0" : "1"));
        context.register(FunctionDraft.of(
                        "SET(varname[=value])", "SET assigns a value to a channel variable.", "Gives the value, too.")
                .reading((channel, text) -> set(pbx, channel, text)));
        context.register(FunctionDraft.of(
                        "IMPORT(channel,variable)",
                        "Retrieve the value of a variable from another channel.",
                        "Empty when there is no such channel.")
                .reading((_, text) -> {
                    ArgumentList arguments = ArgumentList.of(text, 2);
                    Channel other = pbx.channels().find(arguments.get(0).strip());
                    return other == null ? "" : NamedVariable.value(pbx, other, arguments.get(1));
                }));
    }

    private static String set(Pbx pbx, @Nullable Channel channel, String text) throws FunctionFailed {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new FunctionFailed("Syntax SET(<varname>=[<value>])");
        }
        String value = text.substring(equals + 1).strip();
        pbx.dialplan().assign(channel, text.substring(0, equals).strip(), value);
        return value;
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
