package org.asterism.apps.loops;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_while}. */
@ModuleInfo(name = "app_while", description = "While Loops and Conditional Execution")
public final class WhileModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        new WhileLoops(context.pbx()).applications().forEach(context::register);
    }
}
