package org.asterism.outreg.realtime;

import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code res_config_sqlite3}. */
@ModuleInfo(
        name = "res_config_sqlite3",
        description = "SQLite 3 realtime config engine",
        priority = LoadPriority.REALTIME_DRIVER)
public final class Sqlite3Module implements LoadableModule {
    /** Creates a module that is not loaded. */
    public Sqlite3Module() {}

    @Override
    public void load(ModuleContext context) {
        ConfigCatalogue.Registration options = context.pbx().configCatalogue().register(Sqlite3Engine.OPTIONS);
        context.onUnload(options::close);
        context.onUnload(context.pbx()
                .config()
                .realtime()
                .register(new Sqlite3Engine(
                        context.pbx().config(), context.pbx().directories().db())));
    }
}
