package org.asterism.core.dialplan;

import org.asterism.core.channel.Channel;

/** A dialplan application, such as Playback. One instance serves all channels; each call runs on its channel's own thread. */
public interface Application {
    /** {@return its name, as {@code core show applications} prints it; looked up in any case} */
    String name();

    /** {@return what {@code core show application} tells} */
    Documentation documentation();

    /**
     * Does its work; may block through the channel's waiting methods.
     *
     * @param channel   the channel that runs it
     * @param arguments the text between the parentheses, variables and expressions already replaced
     * @throws ApplicationFailed the call cannot go on; it continues at extension {@code e} where there is one, else it is hung
     *                           up
     * @throws org.asterism.core.channel.ChannelHungUp the call ended meanwhile
     */
    void execute(Channel channel, String arguments) throws ApplicationFailed;
}
