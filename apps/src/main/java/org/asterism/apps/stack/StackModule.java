package org.asterism.apps.stack;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_stack}. */
@ModuleInfo(name = "app_stack", description = "Dialplan subroutines (Gosub, Return, etc)")
public final class StackModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        new Subroutines(context.pbx()).applications().forEach(context::register);
        SubroutineFunctions.all().forEach(context::register);
    }
}
