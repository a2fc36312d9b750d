package org.asterism.apps.pbx;

import java.util.List;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.dialplan.config.ExtensionsConf;
import org.asterism.core.dialplan.config.GeneralOptions;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code pbx_config}. */
@ModuleInfo(name = "pbx_config", description = "Text Extension Configuration")
public final class PbxConfigModule implements LoadableModule {
    private @Nullable DialplanFile file;

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        ConfigCatalogue.Registration options = context.pbx().configCatalogue().register(GeneralOptions.SET);
        context.onUnload(options::close);
        DialplanFile opened = new DialplanFile(context.pbx());
        opened.load();
        context.onUnload(() -> context.pbx().dialplan().editor().replace(ExtensionsConf.REGISTRAR, List.of(), true));
        new PbxConfigCommands(context.pbx(), opened).all().forEach(context::register);
        file = opened;
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        DialplanFile loaded = file;
        if (loaded != null) {
            loaded.load();
        }
    }
}
