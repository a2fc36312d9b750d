package org.asterism.iax2.manager;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.cli.Iax2Facts;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.peer.PeerEntry;

/** IAXpeers and IAXpeerlist, which differ in their fields and in where the ActionID is. */
final class PeerLists {
    private static final String ENTRY = "PeerEntry";
    private static final String COMPLETE = "PeerlistComplete";
    private static final String UNKNOWN = "(null)";

    private final Iax2Facts facts;

    PeerLists(Iax2Facts facts) {
        this.facts = facts;
    }

    void peers(ActionRequest request) {
        List<PeerEntry> all = List.copyOf(facts.peers().all());
        request.listStart("Peer status list will follow");
        for (PeerEntry entry : all) {
            Peer peer = entry.peer();
            PeerAddress address = entry.address();
            request.plainEntry(
                    ENTRY,
                    "Channeltype",
                    "IAX2",
                    "ObjectName",
                    peer.display(),
                    "ChanObjectType",
                    "peer",
                    "IPaddress",
                    address == null ? UNKNOWN : address.host(),
                    "IPport",
                    address == null ? UNKNOWN : String.valueOf(address.port()),
                    "Dynamic",
                    yes(peer.dynamic()),
                    "Trunk",
                    yes(peer.trunk()),
                    "Encryption",
                    encryption(peer),
                    "Status",
                    entry.status(),
                    "Description",
                    peer.description());
        }
        request.listComplete(COMPLETE, all.size());
    }

    void peerList(ActionRequest request) {
        List<PeerEntry> all = List.copyOf(facts.peers().all());
        request.listStart("IAX Peer status list will follow");
        for (PeerEntry entry : all) {
            Peer peer = entry.peer();
            PeerAddress address = entry.address();
            List<String> fields = new ArrayList<>(List.of("Channeltype", "IAX", "ObjectName", peer.name()));
            if (!peer.userName().isEmpty()) {
                fields.addAll(List.of("ObjectUsername", peer.userName()));
            }
            fields.addAll(List.of("ChanObjectType", "peer"));
            fields.addAll(List.of("IPaddress", address == null ? UNKNOWN : address.host()));
            fields.addAll(List.of("Mask", entry.mask()));
            fields.addAll(List.of("Port", address == null ? UNKNOWN : String.valueOf(address.port())));
            fields.addAll(List.of("Dynamic", yes(peer.dynamic())));
            fields.addAll(List.of("Trunk", yes(peer.trunk())));
            fields.addAll(List.of("Encryption", encryption(peer)));
            fields.addAll(List.of("Status", entry.status()));
            request.entry(ENTRY, fields.toArray(new String[0]));
        }
        request.listComplete(COMPLETE, all.size());
    }

    private static String encryption(Peer peer) {
        return peer.encryption() ? "(aes128)" : "no";
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
