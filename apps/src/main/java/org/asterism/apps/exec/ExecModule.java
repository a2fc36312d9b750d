package org.asterism.apps.exec;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_exec}. */
@ModuleInfo(name = "app_exec", description = "Executes dialplan applications")
public final class ExecModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        new Executions(context.pbx()).applications().forEach(context::register);
    }
}
