package org.asterism.apps.musiconhold;

import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;

/** MusicOnHold, StartMusicOnHold and StopMusicOnHold. */
final class MusicApplications {
    private static final long ENDLESS = -1;

    private final MusicPlayer player;

    MusicApplications(MusicPlayer player) {
        this.player = player;
    }

    List<Application> all() {
        return List.of(
                new DeclaredApplication(
                        "MusicOnHold",
                        new Documentation(
                                "Play Music On Hold indefinitely.",
                                "MusicOnHold([class[,duration]])",
                                "Plays music until the caller hangs up or the time is over.",
                                List.of(
                                        "class - a class of musiconhold.conf, the channel's own where it is not given",
                                        "duration - seconds")),
                        this::musicOnHold),
                new DeclaredApplication(
                        "StartMusicOnHold",
                        new Documentation(
                                "Play Music On Hold.",
                                "StartMusicOnHold([class])",
                                "Begins to play music and goes on with the next priority at once.",
                                List.of("class - a class of musiconhold.conf")),
                        (channel, text) ->
                                player.start(channel, ArgumentList.of(text).get(0))),
                new DeclaredApplication(
                        "StopMusicOnHold",
                        Documentation.of("Stop playing Music On Hold.", "StopMusicOnHold()", "Ends the music."),
                        (channel, _) -> player.stop(channel)));
    }

    private void musicOnHold(Channel channel, String text) throws ApplicationFailed {
        ArgumentList arguments = ArgumentList.of(text);
        long durationMs = durationMs(arguments.get(1));
        if (!player.start(channel, arguments.get(0))) {
            throw new ApplicationFailed("MusicOnHold: there is no music for " + channel.name());
        }
        try {
            if (durationMs == ENDLESS) {
                while (true) {
                    channel.await(ENDLESS);
                }
            }
            channel.pause(durationMs);
        } finally {
            player.stop(channel);
        }
    }

    private static long durationMs(String text) throws ApplicationFailed {
        if (text.isBlank()) {
            return ENDLESS;
        }
        try {
            double seconds = Double.parseDouble(text.trim());
            if (seconds >= 0 && seconds < Integer.MAX_VALUE) {
                return Math.round(seconds * 1000);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new ApplicationFailed("MusicOnHold: '" + text + "' is no number of seconds");
    }
}
