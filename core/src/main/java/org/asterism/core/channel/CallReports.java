package org.asterism.core.channel;

import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.jspecify.annotations.Nullable;

/**
 * Tells the event bus of channels and calls, in the shape the manager interface shows. What nobody listens to costs a look at a
 * field. Safe for any thread; never blocks.
 */
public final class CallReports implements ChannelListener {
    private final EventBus events;

    /**
     * @param events where events go
     */
    public CallReports(EventBus events) {
        this.events = events;
    }

    @Override
    public void created(Channel channel) {
        tell("Newchannel", EventClass.CALL, channel);
    }

    @Override
    public void stateChanged(Channel channel) {
        tell("Newstate", EventClass.CALL, channel);
    }

    @Override
    public void renamed(Channel channel, String oldName, String newName) {
        if (events.watches(EventClass.CALL)) {
            events.publish(Event.of(
                    "Rename", EventClass.CALL, "Channel", oldName, "Newname", newName, "Uniqueid", channel.uniqueId()));
        }
    }

    @Override
    public void hangupRequested(Channel channel, int cause, boolean byFarEnd) {
        tell(
                byFarEnd ? "HangupRequest" : "SoftHangupRequest",
                EventClass.CALL,
                channel,
                "Cause",
                String.valueOf(cause));
    }

    @Override
    public void ended(Channel channel) {
        int cause = channel.hangupCause();
        tell("Hangup", EventClass.CALL, channel, "Cause", String.valueOf(cause), "Cause-txt", HangupCause.text(cause));
    }

    @Override
    public void digit(Channel channel, char digit, boolean begins) {
        tell(
                begins ? "DTMFBegin" : "DTMFEnd",
                EventClass.DTMF,
                channel,
                "Digit",
                String.valueOf(digit),
                "Direction",
                "Received");
    }

    @Override
    public void held(Channel channel, boolean held, @Nullable String musicClass) {
        if (held) {
            tell("Hold", EventClass.CALL, channel, "MusicClass", musicClass == null ? "" : musicClass);
        } else {
            tell("Unhold", EventClass.CALL, channel);
        }
    }

    @Override
    public void variableSet(Channel channel, String name, String value) {
        tell("VarSet", EventClass.DIALPLAN, channel, "Variable", name, "Value", value);
    }

    @Override
    public void applicationBegan(Channel channel) {
        tell(
                "Newexten",
                EventClass.DIALPLAN,
                channel,
                "Extension",
                channel.position().extension(),
                "Application",
                channel.application(),
                "AppData",
                channel.applicationData());
    }

    @Override
    public void dialBegan(@Nullable Channel caller, Channel called, String dialled) {
        tellBoth("DialBegin", caller, called, "DialString", dialled);
    }

    /**
     * The called party does something.
     *
     * @param caller who calls, {@code null} when the switch does
     * @param called who is called
     * @param status such as {@code RINGING}
     */
    public void dialState(@Nullable Channel caller, Channel called, String status) {
        tellBoth("DialState", caller, called, "DialStatus", status);
    }

    @Override
    public void dialEnded(@Nullable Channel caller, Channel called, DialStatus status) {
        tellBoth("DialEnd", caller, called, "DialStatus", status.name());
    }

    private void tell(String name, EventClass eventClass, Channel channel, String... more) {
        if (events.watches(eventClass)) {
            events.publish(Event.of(name, eventClass, ChannelFields.of(channel, "", more)));
        }
    }

    private void tellBoth(String name, @Nullable Channel caller, Channel called, String... more) {
        if (events.watches(EventClass.CALL)) {
            events.publish(Event.of(name, EventClass.CALL, ChannelFields.ofBoth(caller, called, more)));
        }
    }
}
