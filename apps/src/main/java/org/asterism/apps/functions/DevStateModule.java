package org.asterism.apps.functions;

import java.util.Locale;
import org.asterism.core.Pbx;
import org.asterism.core.channel.DeviceState;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.db.AstDbEntry;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.hint.CustomDevices;
import org.asterism.core.dialplan.hint.DeviceStates;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code func_devstate}: DEVICE_STATE and HINT, and the devices {@code Custom:…} that the dialplan sets itself. */
@ModuleInfo(name = "func_devstate", description = "Gets or sets a device state in the dialplan")
public final class DevStateModule implements LoadableModule {
    private static final String FAMILY = "CustomDevstate";
    private static final String PREFIX = "Custom:";
    private static final String DEFAULT_CONTEXT = "default";

    @Override
    public void load(ModuleContext context) {
        Pbx pbx = context.pbx();
        context.provide(CustomDevices.class, name -> state(pbx.database().get(FAMILY, name)));
        context.register(FunctionDraft.of(
                        "DEVICE_STATE(device)",
                        "Get or Set a device state.",
                        "UNKNOWN, NOT_INUSE, INUSE, BUSY, INVALID, UNAVAILABLE, RINGING, RINGINUSE or ONHOLD. Only"
                                + " devices named Custom: can be set; that lasts over a restart.",
                        "device - such as IAX2/alice or Custom:lamp")
                .reading(
                        (_, device) -> device.isBlank()
                                ? DeviceState.INVALID.name()
                                : DeviceStates.of(pbx, device.strip()).name(),
                        (_, device, value) -> set(pbx, device.strip(), value)));
        context.register(FunctionDraft.of(
                        "HINT(extension[@context])",
                        "Get the devices set for a dialplan hint.",
                        "Empty when the extension has none.",
                        "context - default when it is left out")
                .reading((_, text) -> {
                    String hint =
                            HintedExtension.of(ArgumentList.of(text).get(0)).hint(pbx, DEFAULT_CONTEXT);
                    return hint == null ? "" : hint;
                }));
        context.register(new DeclaredCommand(
                "devstate list",
                "List currently known custom device states",
                "Usage: devstate list\n       List all custom device states that have been set by using\n"
                        + "       the DEVICE_STATE dialplan function.",
                request -> list(pbx, request)));
        context.register(new DeclaredCommand(
                "devstate change",
                "Change a custom device state",
                "Usage: devstate change <device> <state>\n       Change a custom device to a new state.",
                request -> change(pbx, request)));
    }

    private static void set(Pbx pbx, String device, String value) throws FunctionFailed {
        if (!device.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) || device.length() == PREFIX.length()) {
            throw new FunctionFailed("The DEVICE_STATE function can only be used to set 'Custom:' device state!");
        }
        DeviceState state = named(value);
        if (state == null) {
            throw new FunctionFailed("Unknown device state value '" + value + "'");
        }
        pbx.database().put(FAMILY, device.substring(PREFIX.length()), state.name());
    }

    private static CliResult list(Pbx pbx, CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.println("");
        request.println("---------------------------------------------------------------------");
        request.println("--- Custom Device States --------------------------------------------");
        request.println("---------------------------------------------------------------------");
        request.println("---");
        for (AstDbEntry entry : pbx.database().list(FAMILY)) {
            request.println("--- Name: 'Custom:" + entry.keyWithin(FAMILY) + "'  State: '" + entry.value() + "'");
            request.println("---");
        }
        request.println("---------------------------------------------------------------------");
        request.println("---------------------------------------------------------------------");
        return CliResult.SUCCESS;
    }

    private static CliResult change(Pbx pbx, CliRequest request) {
        if (request.arguments().size() != 2) {
            return CliResult.SHOW_USAGE;
        }
        try {
            set(pbx, request.arguments().getFirst(), request.arguments().getLast());
        } catch (FunctionFailed e) {
            request.println(String.valueOf(e.getMessage()));
            return CliResult.FAILURE;
        }
        request.println("Changing " + request.arguments().getFirst() + " to "
                + request.arguments().getLast().toUpperCase(Locale.ROOT));
        return CliResult.SUCCESS;
    }

    private static DeviceState state(@Nullable String stored) {
        DeviceState state = stored == null ? null : named(stored);
        return state == null ? DeviceState.UNKNOWN : state;
    }

    private static @Nullable DeviceState named(String text) {
        for (DeviceState state : DeviceState.values()) {
            if (state.name().equalsIgnoreCase(text.strip())) {
                return state;
            }
        }
        return null;
    }
}
