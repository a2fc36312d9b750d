package org.asterism.apps.userevent;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_userevent}. */
@ModuleInfo(name = "app_userevent", description = "Custom User Event Application")
public final class UserEventModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new UserEvent(context.pbx()));
    }
}
