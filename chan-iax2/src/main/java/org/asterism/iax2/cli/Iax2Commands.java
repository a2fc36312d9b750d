package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.core.cli.CliCommand;

/** All {@code iax2 …} commands. */
public final class Iax2Commands {
    private Iax2Commands() {}

    /**
     * Makes the commands.
     *
     * @param facts what they show and do
     * @return one of each
     */
    public static List<CliCommand> all(Iax2Facts facts) {
        return List.of(
                new ShowPeers(facts),
                new ShowPeer(facts),
                new ShowUsers(facts),
                new ShowRegistry(facts),
                new ShowChannels(facts),
                new ShowNetstats(facts),
                new ShowStats(facts),
                new SetDebug(facts),
                new Reload(facts),
                new Unregister(facts));
    }
}
