package org.asterism.apps.playtones;

import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.Documentation;

/** {@code StopPlayTones()}. */
final class StopPlayTones implements Application {
    @Override
    public String name() {
        return "StopPlayTones";
    }

    @Override
    public Documentation documentation() {
        return Documentation.of("Stop playing a tone list.", "StopPlayTones()", "Ends what PlayTones began.");
    }

    @Override
    public void execute(Channel channel, String text) {
        channel.leg().media().play(null, 0);
    }
}
