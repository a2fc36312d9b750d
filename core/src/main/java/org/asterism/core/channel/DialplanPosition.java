package org.asterism.core.channel;

/**
 * Where a channel is in the dialplan.
 *
 * @param context   the context, empty outside the dialplan
 * @param extension the extension
 * @param priority  the priority, from 1; 0 outside the dialplan
 */
public record DialplanPosition(String context, String extension, int priority) {
    /** Not in the dialplan. */
    public static final DialplanPosition NONE = new DialplanPosition("", "", 0);

    /** {@return {@code extension@context:priority}, or {@code (None)}} */
    public String display() {
        return context.isEmpty() ? "(None)" : extension + "@" + context + ":" + priority;
    }
}
