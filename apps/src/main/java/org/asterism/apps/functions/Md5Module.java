package org.asterism.apps.functions;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_md5}: MD5. */
@ModuleInfo(name = "func_md5", description = "MD5 digest dialplan functions")
public final class Md5Module implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(DigestFunction.of("MD5", "MD5"));
    }
}
