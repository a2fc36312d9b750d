package org.asterism.apps.echo;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_echo}. */
@ModuleInfo(name = "app_echo", description = "Simple Echo Application")
public final class EchoModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new Echo());
    }
}
