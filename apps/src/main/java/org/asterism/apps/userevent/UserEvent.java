package org.asterism.apps.userevent;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code UserEvent(name[,body...])}. */
final class UserEvent implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(UserEvent.class);

    private final Pbx pbx;

    UserEvent(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "UserEvent";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Send an arbitrary user-defined event to those who listen, such as users of the manager interface.",
                "UserEvent(eventname[,body[,...]])",
                "Publishes an event UserEvent with the channel, its unique id, and the fields of the body.",
                List.of("eventname - field UserEvent of the event", "body - further fields, each key: value"));
    }

    @Override
    public void execute(Channel channel, String text) {
        ArgumentList arguments = ArgumentList.of(text);
        if (!arguments.has(0)) {
            LOG.warn("{}: UserEvent requires an argument (eventname)", channel.name());
            return;
        }
        List<String> fields = new ArrayList<>(List.of(
                "Channel", channel.name(),
                "Uniqueid", channel.uniqueId(),
                "Linkedid", channel.linkedId(),
                "UserEvent", arguments.get(0)));
        for (String body : arguments.all().subList(1, arguments.size())) {
            int colon = body.indexOf(':');
            if (colon > 0) {
                fields.add(body.substring(0, colon).trim());
                fields.add(body.substring(colon + 1).trim());
            }
        }
        pbx.events().publish(Event.of("UserEvent", EventClass.USER, fields.toArray(new String[0])));
    }
}
