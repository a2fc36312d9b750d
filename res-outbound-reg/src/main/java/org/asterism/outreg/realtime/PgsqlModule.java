package org.asterism.outreg.realtime;

import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code res_config_pgsql}. */
@ModuleInfo(
        name = "res_config_pgsql",
        description = "PostgreSQL RealTime Configuration Driver",
        priority = LoadPriority.REALTIME_DRIVER)
public final class PgsqlModule implements LoadableModule {
    /** Creates a module that is not loaded. */
    public PgsqlModule() {}

    @Override
    public void load(ModuleContext context) {
        ConfigCatalogue.Registration options = context.pbx().configCatalogue().register(PgsqlEngine.OPTIONS);
        context.onUnload(options::close);
        context.onUnload(context.pbx()
                .config()
                .realtime()
                .register(new PgsqlEngine(context.pbx().config())));
    }
}
