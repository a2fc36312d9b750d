package org.asterism.apps.read;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_read}. */
@ModuleInfo(name = "app_read", description = "Read Variable Application")
public final class ReadModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new Read(context.pbx()));
    }
}
