package org.asterism.core.sound;

import org.asterism.core.channel.Channel;
import org.jspecify.annotations.Nullable;

/** Music for a party who waits; a service that {@code res_musiconhold} provides. Any thread. */
public interface MusicOnHold {
    /**
     * Has music played to a channel until {@link #stop}.
     *
     * @param channel    who hears it
     * @param musicClass a class of {@code musiconhold.conf}; {@code null} for the channel's own, else the default
     * @return false when there is no such class, or none that this channel can be played
     */
    boolean start(Channel channel, @Nullable String musicClass);

    /**
     * Ends the music.
     *
     * @param channel who hears it
     */
    void stop(Channel channel);
}
