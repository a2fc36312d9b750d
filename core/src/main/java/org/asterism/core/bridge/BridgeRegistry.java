package org.asterism.core.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** All bridges that are running. Any thread. */
public final class BridgeRegistry {
    private final Map<String, Bridge> byId = new ConcurrentHashMap<>();
    private final LongAdder droppedFrames = new LongAdder();

    /** {@return all bridges, the oldest first} */
    public List<Bridge> all() {
        List<Bridge> list = new ArrayList<>(byId.values());
        list.sort(Comparator.comparingLong(Bridge::ageSeconds).reversed().thenComparing(Bridge::id));
        return list;
    }

    /**
     * Finds a bridge.
     *
     * @param id its UUID
     * @return the bridge, or {@code null} when it is over or never was
     */
    public @Nullable Bridge find(String id) {
        return byId.get(id);
    }

    /** {@return audio frames that bridges dropped since the start, because a queue was full or no translation exists} */
    public long droppedFrames() {
        return droppedFrames.sum();
    }

    void began(Bridge bridge) {
        byId.put(bridge.id(), bridge);
    }

    void ended(Bridge bridge, long dropped) {
        byId.remove(bridge.id());
        droppedFrames.add(dropped);
    }
}
