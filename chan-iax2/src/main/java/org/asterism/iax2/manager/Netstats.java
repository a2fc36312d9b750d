package org.asterism.iax2.manager;

import java.util.Locale;
import org.asterism.core.manager.ActionRequest;
import org.asterism.iax2.cli.DialogFacts;
import org.asterism.iax2.cli.Iax2Facts;

/** IAXnetstats: as Asterisk answers it, without a head, each line ended by LF alone and all by an empty line. */
final class Netstats {
    private final Iax2Facts facts;

    Netstats(Iax2Facts facts) {
        this.facts = facts;
    }

    void show(ActionRequest request) {
        StringBuilder text = new StringBuilder();
        for (DialogFacts each : facts.dialogs()) {
            DialogFacts.ReceiverReport remote = each.remote();
            text.append(String.format(
                    Locale.ROOT,
                    "%s %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %s %s\n",
                    each.channel(),
                    each.rttMs(),
                    -1,
                    0,
                    -1,
                    -1,
                    0,
                    -1,
                    each.received() / 1000,
                    remote.jitterMs(),
                    remote.delayMs(),
                    remote.lost(),
                    remote.lostPercent(),
                    remote.dropped(),
                    remote.outOfOrder(),
                    remote.packets() / 1000,
                    each.firstMessage(),
                    each.lastMessage()));
        }
        request.raw(text + "\r\n");
    }
}
