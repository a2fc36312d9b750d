package org.asterism.apps.functions;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_sha1}: SHA1. */
@ModuleInfo(name = "func_sha1", description = "SHA-1 computation dialplan function")
public final class Sha1Module implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(DigestFunction.of("SHA1", "SHA-1"));
    }
}
