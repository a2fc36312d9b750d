package org.asterism.apps.functions;

import org.asterism.core.Version;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_version}: VERSION. */
@ModuleInfo(name = "func_version", description = "Get Asterisk Version/Build Info")
public final class VersionModule implements LoadableModule {
    /** The Asterisk whose behaviour is followed, for dialplans that ask before they use something new. */
    private static final String FOLLOWED = "220000";

    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "VERSION([info])",
                        "Return the Version info for this switch.",
                        "Without an argument: name and version.",
                        "ASTERISK_VERSION_NUM - the number of the Asterisk whose behaviour is followed, such as 220000",
                        "BUILD_OS - the operating system",
                        "BUILD_MACHINE - the processor architecture")
                .reading((_, text) -> switch (text.strip()) {
                    case "ASTERISK_VERSION_NUM" -> FOLLOWED;
                    case "BUILD_OS" -> System.getProperty("os.name", "");
                    case "BUILD_MACHINE" -> System.getProperty("os.arch", "");
                    default -> Version.full();
                }));
    }
}
