package org.asterism.apps.functions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_base64}: BASE64_ENCODE and BASE64_DECODE. */
@ModuleInfo(name = "func_base64", description = "base64 encode/decode dialplan functions")
public final class Base64Module implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of("BASE64_ENCODE(string)", "Encode a string in base64.", "")
                .reading((_, text) -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        context.register(FunctionDraft.of(
                        "BASE64_DECODE(string)",
                        "Decode a base64 string.",
                        "Characters that are no base64 are passed over.")
                .reading((_, text) -> new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8)));
    }
}
