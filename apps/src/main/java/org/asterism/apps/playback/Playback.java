package org.asterism.apps.playback;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.sound.AudioPlayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code Playback(file[&file2...][,options])}. */
final class Playback implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(Playback.class);

    private static final String STATUS = "PLAYBACKSTATUS";

    private final Pbx pbx;

    Playback(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "Playback";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Play a file.",
                "Playback(filename[&filename2...][,options])",
                "Plays prompts one after the other, then goes on with the next priority. PLAYBACKSTATUS is SUCCESS, or"
                        + " FAILED when a prompt could not be played. File names have no ending: the best recording for"
                        + " the caller's format is chosen.",
                List.of(
                        "filename - a prompt's name, or an absolute path",
                        "options: skip - do not play anything if the channel is not up",
                        "options: noanswer - play without answering, as early media"));
    }

    @Override
    public void execute(Channel channel, String text) {
        ArgumentList arguments = ArgumentList.of(text);
        List<String> options = List.of(arguments.get(1).split("[&,|]"));
        if (channel.state() != ChannelState.UP) {
            if (options.contains("skip")) {
                channel.variables().set(STATUS, "SUCCESS");
                return;
            }
            if (!options.contains("noanswer")) {
                channel.answer();
            }
        }
        boolean missing = !arguments.has(0);
        if (missing) {
            LOG.warn("{}: Playback requires an argument (filename)", channel.name());
        } else {
            missing = new AudioPlayer(channel, pbx.sounds())
                    .playAll(arguments.get(0), AudioPlayer.NO_DIGITS)
                    .missing();
        }
        channel.variables().set(STATUS, missing ? "FAILED" : "SUCCESS");
    }
}
