package org.asterism.apps.record;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_record}. */
@ModuleInfo(name = "app_record", description = "Trivial Record Application")
public final class RecordModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new Recorder(context.pbx()));
    }
}
