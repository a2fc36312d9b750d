package org.asterism.apps.playtones;

import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.media.MediaSource;
import org.asterism.core.sound.Tone;
import org.asterism.core.sound.ToneSource;
import org.asterism.core.sound.ToneZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code PlayTones(name or tones)}: plays while the dialplan goes on. */
final class PlayTones implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(PlayTones.class);

    @Override
    public String name() {
        return "PlayTones";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Play a tone list.",
                "PlayTones(arg)",
                "Plays tones and goes on with the next priority at once; StopPlayTones ends them.",
                List.of("arg - a name such as dial, busy, ring or congestion, or tones such as 480+620/500,0/500"));
    }

    @Override
    public void execute(Channel channel, String text) {
        try {
            Tone known = ToneZone.US.find(text.trim());
            MediaSource source = new ToneSource(known == null ? Tone.parse(text) : known, ToneSource.INDICATION_LEVEL)
                    .in(channel.leg().media().format());
            channel.leg().media().play(source, 0);
        } catch (IllegalArgumentException e) {
            LOG.warn("{}: PlayTones: {}", channel.name(), e.getMessage());
        }
    }
}
