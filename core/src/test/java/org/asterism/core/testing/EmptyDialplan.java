package org.asterism.core.testing;

import org.asterism.core.channel.Channel;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.dialplan.Dialplan;

/** A dialplan without extensions. */
final class EmptyDialplan implements Dialplan {
    @Override
    public boolean exists(String context, String extension, int priority, String callerNumber) {
        return false;
    }

    @Override
    public boolean canMatch(String context, String extension, int priority, String callerNumber) {
        return false;
    }

    @Override
    public boolean matchMore(String context, String extension, int priority, String callerNumber) {
        return false;
    }

    @Override
    public boolean ignorePattern(String context, String extension) {
        return false;
    }

    @Override
    public void start(Channel channel) {
        channel.hangup(HangupCause.NO_ROUTE_DESTINATION);
    }

    @Override
    public String substitute(Channel channel, String text) {
        return text;
    }
}
