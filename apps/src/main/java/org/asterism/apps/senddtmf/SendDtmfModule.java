package org.asterism.apps.senddtmf;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_senddtmf}. */
@ModuleInfo(name = "app_senddtmf", description = "Send DTMF digits Application")
public final class SendDtmfModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(new SendDtmf(context.pbx()));
    }
}
