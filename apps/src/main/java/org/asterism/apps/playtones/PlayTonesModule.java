package org.asterism.apps.playtones;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_playtones}. */
@ModuleInfo(name = "app_playtones", description = "Playtones Application")
public final class PlayTonesModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new PlayTones());
        context.register(new StopPlayTones());
    }
}
