package org.asterism.apps.functions;

import org.asterism.core.Pbx;
import org.asterism.core.channel.DeviceState;
import org.jspecify.annotations.Nullable;

/**
 * An extension whose hint is asked for.
 *
 * @param extension the extension
 * @param context   its context, empty when it was left out
 */
record HintedExtension(String extension, String context) {
    /** Reads {@code extension[@context]}. */
    static HintedExtension of(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new HintedExtension(text.strip(), "")
                : new HintedExtension(
                        text.substring(0, at).strip(), text.substring(at + 1).strip());
    }

    /** Its devices, or null when it has no hint. */
    @Nullable
    String hint(Pbx pbx, String defaultContext) {
        return pbx.dialplan().hint(context.isEmpty() ? defaultContext : context, extension);
    }

    /** The state of an extension, whose invalid devices count as unavailable. */
    static String word(DeviceState state) {
        return state == DeviceState.INVALID
                ? DeviceState.UNAVAILABLE.name()
                : state == DeviceState.UNKNOWN ? DeviceState.NOT_INUSE.name() : state.name();
    }
}
