package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.iax2.peer.PeerEntry;

/** Completion of peer names. */
final class PeerNames {
    private PeerNames() {}

    static List<String> startingWith(Iax2Facts facts, String prefix) {
        return facts.peers().all().stream()
                .map(PeerEntry::name)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
