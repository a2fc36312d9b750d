package org.asterism.apps.loops;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_if}. */
@ModuleInfo(name = "app_if", description = "If Branch and Conditional Execution")
public final class IfModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        new Branches(context.pbx()).applications().forEach(context::register);
    }
}
