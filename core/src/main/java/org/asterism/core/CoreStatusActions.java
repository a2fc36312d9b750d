package org.asterism.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;

/** The manager actions CoreStatus and CoreSettings. */
final class CoreStatusActions {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    /** The version of the manager protocol, and the Asterisk whose behaviour is followed: clients choose by it what they send. */
    private static final String PROTOCOL = "11.0.0";

    private static final String FOLLOWED = "22.0.0";

    private final Switchboard switchboard;
    private final Clockwork clockwork;

    CoreStatusActions(Switchboard switchboard, Clockwork clockwork) {
        this.switchboard = switchboard;
        this.clockwork = clockwork;
    }

    List<ManagerAction> all() {
        Set<EventClass> privileges = Set.of(EventClass.SYSTEM, EventClass.REPORTING);
        return List.of(
                new DeclaredAction(
                        "CoreStatus",
                        "Show PBX core status variables.",
                        "Tells when the switch was started and last read its configuration, and how many calls there"
                                + " are.",
                        privileges,
                        this::status),
                new DeclaredAction(
                        "CoreSettings",
                        "Show PBX core settings (version etc).",
                        "Tells versions and limits of the switch.",
                        privileges,
                        this::settings));
    }

    private void status(ActionRequest request) {
        Instant started = clockwork.started();
        Instant reloaded = clockwork.lastReload();
        request.respond(
                "CoreStartupDate", DATE.format(started),
                "CoreStartupTime", TIME.format(started),
                "CoreReloadDate", DATE.format(reloaded),
                "CoreReloadTime", TIME.format(reloaded),
                "CoreCurrentCalls", String.valueOf(switchboard.dialplan().activeRuns()),
                "CoreProcessedCalls", String.valueOf(switchboard.channels().callsProcessed()));
    }

    private void settings(ActionRequest request) {
        request.respond(
                "AMIversion", PROTOCOL,
                "AsteriskVersion", FOLLOWED + " (" + Version.full() + ")",
                "SystemName", switchboard.systemName(),
                "CoreMaxCalls", String.valueOf(switchboard.maxCalls()),
                "CoreMaxLoadAvg", "0.000000",
                "CoreRunUser", System.getProperty("user.name", ""),
                "CoreRunGroup", "",
                "CoreMaxFilehandles", "0",
                "CoreRealTimeEnabled", "No",
                "CoreCDRenabled", "No",
                "CoreHTTPenabled", "No",
                "SoundsSearchCustomDir", "No");
    }
}
