package org.asterism.core.manager.command;

import java.util.Arrays;
import java.util.List;
import org.asterism.core.event.EventClass;

/**
 * An event that the switch or its modules tell, as {@code manager show event} describes it.
 *
 * @param name       such as {@code Newchannel}
 * @param eventClass who sees it
 * @param synopsis   when it is told
 * @param fields     its fields; {@code <channel>}, {@code <destchannel>} and {@code <bridge>} stand for those of each
 */
record KnownEvent(String name, EventClass eventClass, String synopsis, List<String> fields) {
    private static final String CHANNEL = "<channel>";
    private static final String DEST_CHANNEL = "<destchannel>";
    private static final String BRIDGE = "<bridge>";

    /** All that there are, by name. */
    static final List<KnownEvent> ALL = List.of(
            of("BridgeCreate", EventClass.CALL, "A bridge is made.", BRIDGE),
            of("BridgeDestroy", EventClass.CALL, "A bridge is gone.", BRIDGE),
            of("BridgeEnter", EventClass.CALL, "A channel enters a bridge.", BRIDGE, CHANNEL),
            of("BridgeLeave", EventClass.CALL, "A channel leaves a bridge.", BRIDGE, CHANNEL),
            of("DTMFBegin", EventClass.DTMF, "A key is pressed.", CHANNEL, "Digit", "Direction"),
            of("DTMFEnd", EventClass.DTMF, "A key is released.", CHANNEL, "Digit", "Direction"),
            of("DialBegin", EventClass.CALL, "Somebody is called.", CHANNEL, DEST_CHANNEL, "DialString"),
            of("DialEnd", EventClass.CALL, "What came of calling somebody.", CHANNEL, DEST_CHANNEL, "DialStatus"),
            of("DialState", EventClass.CALL, "Who is called does something.", CHANNEL, DEST_CHANNEL, "DialStatus"),
            of("EventsDropped", EventClass.SYSTEM, "This client did not read its events in time.", "Count"),
            of("FailedACL", EventClass.SECURITY, "A log-in from an address that the user may not come from."),
            of("FullyBooted", EventClass.SYSTEM, "All modules have been started.", "Uptime", "LastReload", "Status"),
            of("Hangup", EventClass.CALL, "A channel is gone.", CHANNEL, "Cause", "Cause-txt"),
            of("HangupRequest", EventClass.CALL, "The far end wants the call to end.", CHANNEL, "Cause"),
            of("Hold", EventClass.CALL, "The far end puts us on hold.", CHANNEL, "MusicClass"),
            of("InvalidAccountID", EventClass.SECURITY, "A log-in by a name that no user has."),
            of("InvalidPassword", EventClass.SECURITY, "A log-in with a wrong password."),
            of("Load", EventClass.SYSTEM, "A module was loaded, or not.", "Module", "Status"),
            of("Newchannel", EventClass.CALL, "A channel is made.", CHANNEL),
            of(
                    "Newexten",
                    EventClass.DIALPLAN,
                    "A channel begins a step of the dialplan.",
                    CHANNEL,
                    "Extension",
                    "Application",
                    "AppData"),
            of("Newstate", EventClass.CALL, "A channel's state changes.", CHANNEL),
            of(
                    "OriginateResponse",
                    EventClass.CALL,
                    "What came of Originate.",
                    "Response",
                    "Channel",
                    "Context",
                    "Exten",
                    "Application",
                    "Data",
                    "Reason",
                    "Uniqueid",
                    "CallerIDNum",
                    "CallerIDName"),
            of(
                    "PeerStatus",
                    EventClass.SYSTEM,
                    "A peer registers, or its reachability changes.",
                    "ChannelType",
                    "Peer",
                    "PeerStatus",
                    "Cause",
                    "Address"),
            of(
                    "Registry",
                    EventClass.SYSTEM,
                    "What came of registering somewhere.",
                    "ChannelType",
                    "Username",
                    "Domain",
                    "Status",
                    "Cause"),
            of("Reload", EventClass.SYSTEM, "A module has read its configuration again.", "Module", "Status"),
            of("Rename", EventClass.CALL, "A channel has another name.", "Channel", "Newname", "Uniqueid"),
            of("RequestBadFormat", EventClass.SECURITY, "An action that does not exist.", "RequestType"),
            of("RequestNotAllowed", EventClass.SECURITY, "An action that the user may not carry out.", "RequestType"),
            of("SessionLimit", EventClass.SECURITY, "A second log-in of a user who may have one."),
            of("Shutdown", EventClass.SYSTEM, "The switch ends.", "Shutdown", "Restart"),
            of("SoftHangupRequest", EventClass.CALL, "The switch ends a call.", CHANNEL, "Cause"),
            of("SuccessfulAuth", EventClass.SECURITY, "A log-in.", "UsingPassword"),
            of("Unhold", EventClass.CALL, "The far end takes us off hold.", CHANNEL),
            of("Unload", EventClass.SYSTEM, "A module was unloaded.", "Module", "Status"),
            of("UserEvent", EventClass.USER, "What UserEvent sends.", "UserEvent"),
            of("VarSet", EventClass.DIALPLAN, "A variable of a channel is set.", CHANNEL, "Variable", "Value"));

    private static KnownEvent of(String name, EventClass eventClass, String synopsis, String... fields) {
        return new KnownEvent(name, eventClass, synopsis, Arrays.asList(fields));
    }
}
