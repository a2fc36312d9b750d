package org.asterism.apps.musiconhold;

import java.util.Map;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.log.Verbose;
import org.asterism.core.sound.MusicOnHold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the classes that are configured. Any thread. */
final class MusicPlayer implements MusicOnHold {
    private static final Logger LOG = LoggerFactory.getLogger(MusicPlayer.class);

    private final Pbx pbx;
    private volatile Map<String, MusicClass> classes;

    MusicPlayer(Pbx pbx, Map<String, MusicClass> classes) {
        this.pbx = pbx;
        this.classes = classes;
    }

    Map<String, MusicClass> classes() {
        return classes;
    }

    void classes(Map<String, MusicClass> newClasses) {
        classes = newClasses;
    }

    @Override
    public boolean start(Channel channel, @Nullable String wanted) {
        String name = wanted != null && !wanted.isEmpty() ? wanted : channel.musicClass();
        MusicClass musicClass = classes.get(name.isEmpty() ? MusicClass.DEFAULT : name);
        if (musicClass == null) {
            LOG.warn("{}: music class '{}' is not in musiconhold.conf; the default plays", channel.name(), name);
            musicClass = classes.getOrDefault(MusicClass.DEFAULT, MusicClass.BUILT_IN);
        }
        TrackSource source = new TrackSource(
                musicClass,
                pbx.sounds(),
                channel.language(),
                channel.leg().media().format());
        if (!source.playable()) {
            LOG.warn("{}: nothing in music class '{}' can be played", channel.name(), musicClass.name());
            return false;
        }
        channel.leg().media().play(source, 0);
        if (Verbose.isOn(3)) {
            Verbose.say(
                    3, "Started music on hold, class '" + musicClass.name() + "', on channel '" + channel.name() + "'");
        }
        return true;
    }

    @Override
    public void stop(Channel channel) {
        channel.leg().media().play(null, 0);
        if (Verbose.isOn(3)) {
            Verbose.say(3, "Stopped music on hold on " + channel.name());
        }
    }
}
