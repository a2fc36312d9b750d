package org.asterism.outreg.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.registration.RegistrationStatus;
import org.asterism.outreg.config.AuthSettings;
import org.asterism.outreg.config.Parameter;
import org.asterism.outreg.config.PjsipConfiguration;
import org.asterism.outreg.config.PjsipObject;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.registration.RegistrationControl;
import org.asterism.outreg.registration.RegistrationStanding;

/** {@code PJSIPShowRegistrationsOutbound}, {@code PJSIPRegister} and {@code PJSIPUnregister}, in Asterisk's shapes. */
public final class RegistrationActions {
    private static final String ALL = "*all";

    private final Supplier<PjsipConfiguration> configuration;
    private final RegistrationControl control;

    private RegistrationActions(Supplier<PjsipConfiguration> configuration, RegistrationControl control) {
        this.configuration = configuration;
        this.control = control;
    }

    /**
     * Makes the actions.
     *
     * @param configuration gives the objects in force
     * @param control       knows the registrations
     * @return one of each
     */
    public static List<ManagerAction> all(Supplier<PjsipConfiguration> configuration, RegistrationControl control) {
        RegistrationActions actions = new RegistrationActions(configuration, control);
        return List.of(
                action(
                        "PJSIPShowRegistrationsOutbound",
                        "Lists PJSIP outbound registrations.",
                        "Lists outbound registrations with their options, status and the seconds until the next"
                                + " request, and the auth objects they use, without secrets.",
                        actions::show),
                action(
                        "PJSIPRegister",
                        "Register an outbound registration.",
                        "Unregisters the outbound registration named by Registration, or *all, and registers it again.",
                        request -> actions.send(request, true)),
                action(
                        "PJSIPUnregister",
                        "Unregister an outbound registration.",
                        "Unregisters the outbound registration named by Registration, or *all. It comes back when its"
                                + " last registration would have been renewed.",
                        request -> actions.send(request, false)));
    }

    private static ManagerAction action(
            String name, String synopsis, String description, Consumer<ActionRequest> body) {
        return new DeclaredAction(name, synopsis, description, Set.of(EventClass.SYSTEM, EventClass.REPORTING), body);
    }

    private void show(ActionRequest request) {
        request.listStart("Following are Events for each Outbound registration");
        int registered = 0;
        int others = 0;
        for (RegistrationSettings each : control.registrations().values()) {
            RegistrationStanding standing = control.standing(each.id());
            List<String> fields = fields("registration", each);
            fields.addAll(List.of("Status", standing.status(), "NextReg", String.valueOf(standing.nextRegistration())));
            request.entry("OutboundRegistrationDetail", fields.toArray(String[]::new));
            for (String name : each.outboundAuth()) {
                AuthSettings auth = configuration.get().auths().get(name);
                if (auth != null) {
                    request.entry("AuthDetail", fields("auth", auth).toArray(String[]::new));
                }
            }
            if (standing.status().equals(RegistrationStatus.REGISTERED.label())) {
                registered++;
            } else {
                others++;
            }
        }
        request.listComplete(
                "OutboundRegistrationDetailComplete",
                registered + others,
                "Registered",
                String.valueOf(registered),
                "NotRegistered",
                String.valueOf(others));
    }

    private static List<String> fields(String type, PjsipObject object) {
        List<String> fields = new ArrayList<>(List.of("ObjectType", type, "ObjectName", object.id()));
        for (Parameter each : object.parameters()) {
            fields.add(camelCase(each.name()));
            fields.add(each.value());
        }
        return fields;
    }

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (String word : name.split("_")) {
            text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return text.toString();
    }

    private void send(ActionRequest request, boolean register) {
        String id = request.get("Registration");
        if (id.isEmpty()) {
            request.error("Registration parameter missing.");
        } else if (id.equalsIgnoreCase(ALL)) {
            if (register) {
                control.registerAll();
            } else {
                control.unregisterAll();
            }
            request.success(register ? "Reregistrations queued." : "Unregistrations queued.");
        } else if (register ? control.register(id) : control.unregister(id)) {
            request.success(register ? "Reregistration sent" : "Unregistration sent");
        } else {
            request.error("Unable to retrieve registration entry");
        }
    }
}
