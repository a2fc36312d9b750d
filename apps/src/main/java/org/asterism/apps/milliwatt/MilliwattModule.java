package org.asterism.apps.milliwatt;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_milliwatt}. */
@ModuleInfo(name = "app_milliwatt", description = "Digital Milliwatt (mu-law) Test Application")
public final class MilliwattModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new Milliwatt(context.pbx()));
    }
}
