package org.asterism.apps.functions;

import java.util.concurrent.ThreadLocalRandom;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_rand}: RAND. */
@ModuleInfo(name = "func_rand", description = "Random number dialplan function")
public final class RandModule implements LoadableModule {
    private static final int LARGEST = 1 << 30;

    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "RAND([min][,max])",
                        "Choose a random number in a range.",
                        "Both ends are in it.",
                        "min - 0 when it is left out",
                        "max - 1073741824 when it is left out")
                .reading((_, text) -> {
                    ArgumentList arguments = ArgumentList.of(text);
                    int first = arguments.has(0) ? Numerals.integer(arguments.get(0), "RAND") : 0;
                    int second = arguments.has(1) ? Numerals.integer(arguments.get(1), "RAND") : LARGEST;
                    long low = Math.min(first, second);
                    long high = Math.max(first, second);
                    return String.valueOf(ThreadLocalRandom.current().nextLong(low, high + 1));
                }));
    }
}
