package org.asterism.apps.verbose;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_verbose}. */
@ModuleInfo(name = "app_verbose", description = "Send verbose output")
public final class VerboseModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        Messages.applications().forEach(context::register);
    }
}
