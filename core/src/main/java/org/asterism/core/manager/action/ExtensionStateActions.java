package org.asterism.core.manager.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.DeviceState;
import org.asterism.core.dialplan.hint.DeviceStates;
import org.asterism.core.dialplan.plan.Context;
import org.asterism.core.dialplan.plan.Extension;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.jspecify.annotations.Nullable;

/** ExtensionState and ExtensionStateList: what hints make of the states of devices. */
final class ExtensionStateActions {
    private static final String NO_HINT = "-1";

    private final Pbx pbx;

    ExtensionStateActions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        Set<EventClass> classes = Set.of(EventClass.CALL, EventClass.REPORTING);
        return List.of(
                new DeclaredAction(
                        "ExtensionState",
                        "Check Extension Status.",
                        "Tells the state of an extension that has a hint. Headers: Exten, Context.",
                        classes,
                        this::one),
                new DeclaredAction(
                        "ExtensionStateList",
                        "List the current known extension states.",
                        "Lists all extensions that have hints, with their states.",
                        classes,
                        this::list));
    }

    private void one(ActionRequest request) {
        String exten = request.get("Exten");
        if (exten.isEmpty()) {
            request.error("Extension not specified");
            return;
        }
        String context = request.get("Context").isEmpty() ? "default" : request.get("Context");
        List<String> fields = new ArrayList<>(List.of("Message", "Extension Status"));
        fields.addAll(fields(exten, context, pbx.dialplan().hint(context, exten)));
        request.respond(fields.toArray(new String[0]));
    }

    private void list(ActionRequest request) {
        List<List<String>> all = new ArrayList<>();
        for (Context context : pbx.dialplan().editor().snapshot().contexts()) {
            for (Extension extension : context.extensions()) {
                String hint = extension.hint();
                if (hint != null) {
                    all.add(fields(extension.name(), context.name(), hint));
                }
            }
        }
        request.listStart("Extension Statuses will follow");
        all.forEach(each -> request.entry("ExtensionStatus", each.toArray(new String[0])));
        request.listComplete("ExtensionStateListComplete", all.size());
    }

    private List<String> fields(String exten, String context, @Nullable String hint) {
        // Names that a channel must fill in, as in hints of patterns, stand for no device yet.
        DeviceState state =
                hint == null || hint.contains("${") ? DeviceState.UNAVAILABLE : DeviceStates.ofHint(pbx, hint);
        return List.of(
                "Exten", exten,
                "Context", context,
                "Hint", hint == null ? "" : hint,
                "Status", hint == null ? NO_HINT : String.valueOf(number(state)),
                "StatusText", hint == null ? "Unknown" : DeviceStates.extensionLabel(state));
    }

    /** Asterisk's bits. */
    private static int number(DeviceState state) {
        return switch (state) {
            case UNKNOWN, NOT_INUSE -> 0;
            case INUSE -> 1;
            case BUSY -> 2;
            case INVALID, UNAVAILABLE -> 4;
            case RINGING -> 8;
            case RINGINUSE -> 9;
            case ONHOLD -> 16;
        };
    }
}
