package org.asterism.iax2.manager;

import java.util.List;
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
            text.append(String.format(
                    Locale.ROOT,
                    "%s %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %s %s\n",
                    each.netstats(List.of(each.channel()), List.of(each.firstMessage(), each.lastMessage()))));
        }
        request.raw(text + "\r\n");
    }
}
