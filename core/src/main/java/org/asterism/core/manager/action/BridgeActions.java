package org.asterism.core.manager.action;

import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.bridge.Bridge;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelFields;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;

/** BridgeList and BridgeInfo. */
final class BridgeActions {
    private final Pbx pbx;

    BridgeActions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        return List.of(
                new DeclaredAction(
                        "BridgeList",
                        "Get a list of bridges in the system.",
                        "Lists the bridges.",
                        Set.of(),
                        this::list),
                new DeclaredAction(
                        "BridgeInfo",
                        "Get information about a bridge.",
                        "Tells who is in a bridge. Header: BridgeUniqueid.",
                        Set.of(),
                        this::info));
    }

    private void list(ActionRequest request) {
        List<Bridge> bridges = pbx.bridges().all();
        request.listStart("Bridge listing will follow");
        bridges.forEach(bridge -> request.entry("BridgeListItem", fields(bridge)));
        request.listComplete("BridgeListComplete", bridges.size());
    }

    private void info(ActionRequest request) {
        String id = request.get("BridgeUniqueid");
        if (id.isEmpty()) {
            request.error("BridgeUniqueid must be provided");
            return;
        }
        Bridge bridge = pbx.bridges().find(id);
        if (bridge == null) {
            request.error("Specified BridgeUniqueid not found");
            return;
        }
        request.listStart("Bridge channel listing will follow");
        for (Channel channel : bridge.channels()) {
            request.entry("BridgeInfoChannel", ChannelFields.of(channel, ""));
        }
        request.listComplete("BridgeInfoComplete", bridge.channels().size(), fields(bridge));
    }

    private static String[] fields(Bridge bridge) {
        return bridge.fields(bridge.channels().size()).toArray(new String[0]);
    }
}
