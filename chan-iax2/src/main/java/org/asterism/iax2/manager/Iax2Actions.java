package org.asterism.iax2.manager;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.asterism.iax2.cli.Iax2Facts;

/** All {@code IAX…} actions. */
public final class Iax2Actions {
    private Iax2Actions() {}

    /**
     * Makes the actions.
     *
     * @param facts what they show
     * @return one of each
     */
    public static List<ManagerAction> all(Iax2Facts facts) {
        PeerLists peers = new PeerLists(facts);
        return List.of(
                action("IAXpeers", "List IAX peers.", "Lists the IAX2 peers and whether they answer.", peers::peers),
                action(
                        "IAXpeerlist",
                        "List IAX Peers.",
                        "Lists the IAX2 peers in the form of other channel drivers.",
                        peers::peerList),
                action(
                        "IAXnetstats",
                        "Show IAX Netstats.",
                        "Prints a line of numbers for each IAX2 call: round trip, then jitter, delay, losses,"
                                + " reordering and packets of either side, the first and the last frame.",
                        new Netstats(facts)::show),
                action(
                        "IAXregistry",
                        "Show IAX registrations.",
                        "Lists where this switch registers over IAX2, and what came of it.",
                        new RegistrationList(facts)::show));
    }

    private static ManagerAction action(
            String name, String synopsis, String description, Consumer<ActionRequest> body) {
        return new DeclaredAction(name, synopsis, description, Set.of(EventClass.SYSTEM, EventClass.REPORTING), body);
    }
}
