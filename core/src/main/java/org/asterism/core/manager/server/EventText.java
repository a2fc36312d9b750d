package org.asterism.core.manager.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.asterism.core.event.Event;
import org.asterism.core.manager.MessageText;
import org.asterism.core.manager.config.ManagerConfiguration;

/** Events as clients get them. */
final class EventText {
    private EventText() {}

    /**
     * Writes an event.
     *
     * @param event         what happened
     * @param when          when it happened
     * @param configuration whether the time is wanted
     * @param systemName    asterisk.conf's, left out when empty
     * @return the whole message
     */
    static String of(Event event, Instant when, ManagerConfiguration configuration, String systemName) {
        MessageText text = new MessageText()
                .field("Event", event.name())
                .field("Privilege", event.eventClass().word() + ",all");
        if (configuration.timestampEvents()) {
            text.field("Timestamp", timestamp(when));
        }
        if (!systemName.isEmpty()) {
            text.field("SystemName", systemName);
        }
        for (Event.Field field : event.fields()) {
            text.field(field.name(), field.value());
        }
        return text.end();
    }

    /** {@return seconds since 1970 with six digits after the dot} */
    static String timestamp(Instant when) {
        return "%d.%06d".formatted(when.getEpochSecond(), when.getNano() / 1000);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
