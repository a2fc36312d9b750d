package org.asterism.core.manager.action;

import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;

/** Redirect. */
final class RedirectAction {
    private final Pbx pbx;

    RedirectAction(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        return List.of(new DeclaredAction(
                "Redirect", "Redirect (transfer) a call.", """
                    Has a call go on elsewhere in the dialplan. Headers: Channel, Context, Exten, Priority, a number or a label;
                    ExtraChannel for the other party of its bridge, with ExtraContext, ExtraExten and ExtraPriority where it is
                    to go on somewhere else than Channel.\
                    """, Set.of(EventClass.CALL), this::redirect));
    }

    private void redirect(ActionRequest request) {
        String name = request.get("Channel");
        String extraName = request.get("ExtraChannel");
        try {
            check(!name.isEmpty(), "Channel not specified");
            DialplanPosition position = position(request, "");
            boolean apart = !extraName.isEmpty() && !request.get("ExtraContext").isEmpty();
            DialplanPosition extraPosition = apart ? position(request, "Extra") : position;
            Channel channel = channel(name, "Channel does not exist: ", "Redirect failed, channel not up.");
            if (extraName.isEmpty()) {
                channel.redirect(position);
                request.success("Redirect successful");
                return;
            }
            Channel extra =
                    channel(extraName, "ExtraChannel does not exist: ", "Redirect failed, extra channel not up.");
            channel.redirect(position, extra, extraPosition);
            request.success("Dual Redirect successful");
        } catch (IllegalArgumentException e) {
            request.error(String.valueOf(e.getMessage()));
        }
    }

    private DialplanPosition position(ActionRequest request, String prefix) {
        String context = request.get(prefix + "Context");
        String exten = request.get(prefix + "Exten");
        String priority = request.get(prefix + "Priority");
        check(!context.isEmpty(), prefix + "Context not specified");
        check(!exten.isEmpty(), prefix + "Exten not specified");
        check(!priority.isEmpty(), prefix + "Priority not specified");
        int number = PriorityNumber.of(pbx.dialplan().editor().snapshot(), context, exten, priority);
        check(number > 0, prefix + "Priority is invalid");
        return new DialplanPosition(context, exten, number);
    }

    /** A channel that can go elsewhere: one whose far end called us, or has answered. */
    private Channel channel(String name, String absent, String notUp) {
        Channel channel = pbx.channels().find(name);
        if (channel == null) {
            throw new IllegalArgumentException(absent + name);
        }
        boolean able = channel.state() == ChannelState.UP || channel.state() == ChannelState.RING;
        check(able && !channel.hungUp(), notUp);
        return channel;
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
