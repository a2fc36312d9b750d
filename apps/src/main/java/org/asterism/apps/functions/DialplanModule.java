package org.asterism.apps.functions;

import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.asterism.core.dialplan.plan.DialplanSearch;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code func_dialplan}: DIALPLAN_EXISTS and VALID_EXTEN. */
@ModuleInfo(name = "func_dialplan", description = "Dialplan Context/Extension/Priority Checking Functions")
public final class DialplanModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        Pbx pbx = context.pbx();
        context.register(FunctionDraft.of(
                        "DIALPLAN_EXISTS(context[,extension[,priority]])",
                        "Checks the existence of a dialplan target.",
                        "1 when it is there, else 0.",
                        "priority - a number or a label")
                .reading((channel, text) -> {
                    ArgumentList arguments = ArgumentList.of(text);
                    if (!arguments.has(0)) {
                        throw new FunctionFailed("DIALPLAN_EXISTS() requires an argument: the context");
                    }
                    if (!arguments.has(1)) {
                        return truth(pbx.dialplan().editor().snapshot().context(arguments.get(0)) != null);
                    }
                    return truth(exists(pbx.dialplan(), channel, arguments.get(0), arguments.get(1), arguments.get(2)));
                }));
        context.register(FunctionDraft.of(
                        "VALID_EXTEN([context,]extension[,priority])",
                        "Determine whether an extension exists or not.",
                        "1 when it is there, else 0.",
                        "context - the channel's own when it is empty",
                        "priority - a number, 1 when it is left out")
                .ofChannel((channel, text) -> {
                    ArgumentList arguments = ArgumentList.of(text);
                    boolean alone = arguments.size() == 1;
                    String where =
                            alone || !arguments.has(0) ? channel.position().context() : arguments.get(0);
                    return truth(
                            exists(pbx.dialplan(), channel, where, arguments.get(alone ? 0 : 1), arguments.get(2)));
                }));
    }

    private static boolean exists(
            Dialplan dialplan, @Nullable Channel channel, String context, String extension, String priority) {
        String caller = channel == null ? "" : channel.callerId().number();
        DialplanSearch search =
                new DialplanSearch(dialplan.editor().snapshot(), MatchMode.MATCH, extension, caller, dialplan::now);
        String step = priority.isEmpty() ? "1" : priority;
        boolean number = step.length() < 10 && step.chars().allMatch(Character::isDigit);
        return number ? search.priority(context, Integer.parseInt(step)) != null : search.label(context, step) != null;
    }

    private static String truth(boolean value) {
        return value ? "1" : "0";
    }
}
