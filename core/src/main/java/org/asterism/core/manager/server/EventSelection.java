package org.asterism.core.manager.server;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.config.EventFilter;

/** Which events a session wants of those it may see: classes, and filters. Safe for any thread. */
final class EventSelection {
    /** Filters that one session may have: each costs time for each event. */
    static final int MAX_FILTERS = 100;

    private final List<EventFilter> filters = new CopyOnWriteArrayList<>();
    private volatile Set<EventClass> mask = EnumSet.allOf(EventClass.class);

    /** Sets the classes that are wanted. */
    void mask(Set<EventClass> classes) {
        mask = Set.copyOf(classes);
    }

    /** {@return those of some classes that are wanted} */
    Set<EventClass> of(Set<EventClass> readable) {
        Set<EventClass> wanted = EnumSet.noneOf(EventClass.class);
        wanted.addAll(readable);
        wanted.retainAll(mask);
        return wanted;
    }

    /** Adds a filter; false when there are too many. */
    boolean add(EventFilter filter) {
        return filters.size() < MAX_FILTERS && filters.add(filter);
    }

    /** Puts the filters that manager.conf has for the user now in place of those it had. */
    void replace(List<EventFilter> before, List<EventFilter> now) {
        filters.removeAll(before);
        filters.addAll(now);
    }

    /**
     * Tells whether an event is wanted: of filters that let through, one must match where there are some; of those that hold back,
     * none may.
     */
    boolean takes(Event event, String text) {
        if (!mask.contains(event.eventClass())) {
            return false;
        }
        boolean included = false;
        boolean mustBeIncluded = false;
        for (EventFilter filter : filters) {
            if (filter.excludes()) {
                if (filter.matches(event, text)) {
                    return false;
                }
            } else {
                mustBeIncluded = true;
                included |= filter.matches(event, text);
            }
        }
        return included || !mustBeIncluded;
    }
}
