package org.asterism.apps.functions;

import org.asterism.core.dialplan.hint.DeviceStates;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_extstate}: EXTENSION_STATE. */
@ModuleInfo(name = "func_extstate", description = "Gets an extension's state in the dialplan")
public final class ExtStateModule implements LoadableModule {
    private static final String DEFAULT_CONTEXT = "default";

    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "EXTENSION_STATE(extension[@context])",
                        "Get an extension's state.",
                        "UNKNOWN, NOT_INUSE, INUSE, BUSY, UNAVAILABLE, RINGING, RINGINUSE or ONHOLD, from its hint.",
                        "context - default when it is left out")
                .reading((_, text) -> {
                    String hint = HintedExtension.of(text).hint(context.pbx(), DEFAULT_CONTEXT);
                    return hint == null ? "UNKNOWN" : HintedExtension.word(DeviceStates.ofHint(context.pbx(), hint));
                }));
    }
}
