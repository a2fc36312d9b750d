package org.asterism.core.bridge;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelFields;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;

/** Tells the event bus of one bridge, in the shape the manager interface shows. Owner's thread. */
final class BridgeReports {
    private final EventBus events;
    private final Bridge bridge;
    private int inside;

    BridgeReports(EventBus events, Bridge bridge) {
        this.events = events;
        this.bridge = bridge;
    }

    void created() {
        tell("BridgeCreate");
    }

    void entered(Channel channel) {
        inside++;
        tell("BridgeEnter", channel);
    }

    void left(Channel channel) {
        inside--;
        tell("BridgeLeave", channel);
    }

    void destroyed() {
        tell("BridgeDestroy");
    }

    private void tell(String name, Channel... channels) {
        if (!events.watches(EventClass.CALL)) {
            return;
        }
        List<String> fields = new ArrayList<>(bridge.fields(inside));
        for (Channel channel : channels) {
            fields.addAll(List.of(ChannelFields.of(channel, "")));
        }
        events.publish(Event.of(name, EventClass.CALL, fields.toArray(new String[0])));
    }
}
