package org.asterism.apps.musiconhold;

import org.asterism.core.Pbx;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.asterism.core.sound.MusicOnHold;
import org.jspecify.annotations.Nullable;

/** {@code res_musiconhold}. */
@ModuleInfo(
        name = "res_musiconhold",
        description = "Music On Hold Resource",
        priority = LoadPriority.CHANNEL_DEPENDENCY)
public final class MusicOnHoldModule implements LoadableModule {
    private @Nullable Pbx pbx;
    private @Nullable MusicPlayer player;

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        ConfigCatalogue.Registration options = context.pbx().configCatalogue().register(MusicOptions.SET);
        context.onUnload(options::close);
        MusicPlayer made = new MusicPlayer(context.pbx(), MusicConfig.read(context.pbx()));
        pbx = context.pbx();
        player = made;
        context.provide(MusicOnHold.class, made);
        new MusicApplications(made).all().forEach(context::register);
        new MusicCommands(made, this).all().forEach(context::register);
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        Pbx loadedIn = pbx;
        MusicPlayer running = player;
        if (loadedIn != null && running != null) {
            running.classes(MusicConfig.read(loadedIn));
        }
    }
}
