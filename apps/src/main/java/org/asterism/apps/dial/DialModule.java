package org.asterism.apps.dial;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_dial}. */
@ModuleInfo(name = "app_dial", description = "Dialing Application")
public final class DialModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new Dial(context.pbx()));
    }
}
