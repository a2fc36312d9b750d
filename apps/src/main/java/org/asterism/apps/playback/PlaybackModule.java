package org.asterism.apps.playback;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_playback}. */
@ModuleInfo(name = "app_playback", description = "Sound File Playback Application")
public final class PlaybackModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new Playback(context.pbx()));
    }
}
