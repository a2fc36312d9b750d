package org.asterism.apps.softhangup;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_softhangup}. */
@ModuleInfo(name = "app_softhangup", description = "Hangs up the requested channel")
public final class SoftHangupModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new SoftHangup(context.pbx()));
    }
}
