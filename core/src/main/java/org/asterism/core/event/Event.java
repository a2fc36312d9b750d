package org.asterism.core.event;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that happened, in the shape the manager interface shows it: a name, a class that permissions are checked against, and
 * fields in order.
 *
 * @param name       such as {@code PeerStatus}
 * @param eventClass who may see it
 * @param fields     its fields in order
 */
public record Event(String name, EventClass eventClass, List<Field> fields) {
    /**
     * A field of an event.
     *
     * @param name  such as {@code Peer}
     * @param value its text, without line ends
     */
    public record Field(String name, String value) {}

    /** Copies the list. */
    public Event {
        fields = List.copyOf(fields);
    }

    /**
     * Makes an event.
     *
     * @param name       such as {@code PeerStatus}
     * @param eventClass who may see it
     * @param fields     names and values in turn
     * @return the event
     */
    public static Event of(String name, EventClass eventClass, String... fields) {
        List<Field> list = new ArrayList<>(fields.length / 2);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            list.add(new Field(fields[i], fields[i + 1].replace('\r', ' ').replace('\n', ' ')));
        }
        return new Event(name, eventClass, list);
    }

    /**
     * A field's value.
     *
     * @param field its name
     * @return its value, empty when there is no such field
     */
    public String value(String field) {
        for (Field each : fields) {
            if (each.name().equals(field)) {
                return each.value();
            }
        }
        return "";
    }
}
